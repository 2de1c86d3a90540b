"""The outbox: everything told to people goes through `put`, and leaves when its class allows.

`put` is called by reactions, in their transaction. What is transactional is sealed there and leaves with
the commit; the rest waits for `flush`, which the minute tick calls for each organisation on its own clock.
Sealing is one transaction for one person, behind a lock on their habits, so that no two ticks pass a limit
together.
"""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from cairn.accounts.organisation import Organisation
from cairn.kernel import clock
from cairn.notices.contents.table import CONTENTS
from cairn.notices.envelope import Envelope
from cairn.notices.facts import Facts
from cairn.notices.habit import HERE, Habit
from cairn.notices.kind import ACTION, INSPIRATION, SAFETY, TRANSACTIONAL, Kind, kind_named
from cairn.notices.mute import mutes_of
from cairn.notices.notice import DROPPED, KEPT, SENT, WAITING, Notice
from cairn.notices.pacing import next_action_mail, next_inspiration, reminds_again
from cairn.people.person import Person

#: A transactional notice nobody looked at under Notices follows by mail after this.
FALLBACK = timedelta(hours=24)

log = logging.getLogger(__name__)


@transaction.atomic
def put(
    person: Person,
    kind: str,
    *,
    topic: UUID,
    data: Mapping[str, Any] | None = None,
    mark: str = "",
    after: datetime | None = None,
    due_at: datetime | None = None,
) -> Notice:
    """Tell somebody something, once for each `mark`; saying it twice is saying it once.

    `after`: not before this moment, then as its class allows. `due_at`: exactly then, such as a digest.
    """
    nature = kind_named(kind)
    if nature.joins and (waiting := _waiting(person, kind, topic)):
        return waiting
    habit = Habit.kept_for(person)
    state, due = _plan(person, nature, habit, due_at=due_at, after=max(after or clock.now(), clock.now()))
    notice, new = Notice.objects.get_or_create(
        person=person,
        kind=kind,
        topic=topic,
        mark=mark,
        defaults={
            "organisation_id": person.organisation_id,
            "cls": nature.cls,
            "data": {key: str(value) for key, value in (data or {}).items()},
            "state": state,
            "made_at": clock.now(),
            "due_at": due,
        },
    )
    if new and nature.at_once and state == WAITING and due <= clock.now():
        _seal(person, nature.cls, [notice])
    made: Notice = notice
    return made


def flush(organisation: Organisation) -> int:
    """Seal what is due in one organisation, on its clock; how many people it was due for."""
    now = clock.now()
    due = Notice.objects.of(organisation).due(now).order_by("person_id")
    people = due.values_list("person_id", flat=True).distinct()
    return sum(_deliver_safely(person_id, now) for person_id in people)


def _deliver_safely(person_id: UUID, now: datetime) -> bool:
    """One person's fault keeps nobody else waiting; the next tick tries again."""
    try:
        deliver(Person.objects.select_related("organisation").get(pk=person_id), now)
    except Exception:
        log.exception("the notices of %s could not be sealed", person_id)
        return False
    return True


@transaction.atomic
def deliver(person: Person, now: datetime) -> None:
    """Seal what is due for one person, within every limit they have."""
    Habit.kept_for(person)
    habit = Habit.objects.select_for_update().get(person=person)
    due = _still_true(Notice.objects.due(now).filter(person=person).select_related("person__organisation"))
    for notice in due:
        if notice.nature.at_once:
            _tell_at_once(person, notice)
    _tell_together(person, habit, [notice for notice in due if notice.cls == ACTION], now)
    _tell_together(person, habit, [notice for notice in due if notice.cls == INSPIRATION], now)


def _tell_at_once(person: Person, notice: Notice) -> None:
    if notice.seen_at is None or notice.cls == SAFETY:
        _seal(person, notice.cls, [notice])
    else:
        _move([notice], state=KEPT)


def _tell_together(person: Person, habit: Habit, due: list[Notice], now: datetime) -> None:
    """All of one class in one letter, if a letter may leave now; else at the next moment that suits."""
    if not due:
        return
    ask = next_action_mail if due[0].cls == ACTION else next_inspiration
    moment = ask(person, habit, now)
    if moment is None:
        _move(due, state=KEPT)
    elif moment > now:
        _move(due, due_at=moment)
    else:
        _seal(person, due[0].cls, due)
        _plan_reminders(person, habit, due, now)


def _seal(person: Person, cls: str, notices: list[Notice]) -> Envelope:
    envelope = Envelope.seal(person, cls)
    for notice in notices:
        _move([notice], state=SENT, envelope=envelope, mails=notice.mails + 1)
    return envelope


def _plan_reminders(person: Person, habit: Habit, told: list[Notice], now: datetime) -> None:
    for notice in told:
        if notice.nature.remind and reminds_again(notice):
            later = now + timedelta(hours=notice.nature.remind)
            _move([notice], state=WAITING, due_at=habit.rhythm(person).next_batch(later))


def _move(notices: list[Notice], **changes: Any) -> None:
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(**changes)
    for notice in notices:
        vars(notice).update({name: value for name, value in changes.items() if name != "envelope"})


def _still_true(rows: Any) -> list[Notice]:
    """Those worth a letter still; the others are dropped, unless a letter told them already."""
    notices = list(rows)
    facts = Facts(notices)
    true = [notice for notice in notices if CONTENTS[notice.kind].holds(notice, facts)]
    settled = [notice for notice in notices if notice not in true]
    _move([notice for notice in settled if notice.mails], state=SENT)
    _move([notice for notice in settled if not notice.mails], state=DROPPED)
    return true


def _waiting(person: Person, kind: str, topic: UUID) -> Notice | None:
    found: Notice | None = Notice.objects.filter(person=person, kind=kind, topic=topic, state=WAITING).first()
    return found


def _plan(
    person: Person, nature: Kind, habit: Habit, *, due_at: datetime | None, after: datetime
) -> tuple[str, datetime]:
    """In which state a notice begins, and when its letter may leave."""
    if nature.cls == SAFETY:
        return WAITING, after
    if nature.name in mutes_of(person):
        return KEPT, after
    if habit.first == HERE:
        return (WAITING, after + FALLBACK) if nature.cls == TRANSACTIONAL else (KEPT, after)
    if due_at or nature.cls == TRANSACTIONAL:
        return WAITING, due_at or after
    if nature.cls == ACTION:
        return WAITING, habit.rhythm(person).next_batch(after)
    return WAITING, habit.next_inspiring(person, after)
