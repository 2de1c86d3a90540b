"""The watch of a night: facts of every living mentorship, batch by batch, never more than one in memory.

For each: how it goes is written down, new causes become signals, signals whose cause is gone are solved, and
what has stood for a week comes before the coordinator. People are told by the minutes after it, so that the
night is short and letters do not leave all at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from cairn.accounts.organisation import Organisation
from cairn.care import causes
from cairn.care.fact_reading import read
from cairn.care.facts import Facts
from cairn.care.health_of import reading_of
from cairn.care.health_reading import HealthReading
from cairn.care.notes import GO_ON
from cairn.care.signal import Signal
from cairn.care.watch import causes_in
from cairn.kernel import clock
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.steps import CLOSED
from cairn.programmes.format import formats
from cairn.programmes.programme import Programme
from cairn.programmes.timers import Timers

BATCH = 1000
#: So many are told of a signal in one minute.
A_MINUTE = 200
#: So often has somebody not come before the coordinator hears of it.
OFTEN_MISSED = 2
#: So long nobody is asked again who said that all is well.
BELIEVED = timedelta(days=28)


def watch(organisation: Organisation, *, batch: int = BATCH) -> int:
    """One organisation, on its clock; how many mentorships were looked at."""
    timers = timers_of(organisation)
    seen = 0
    for rows, scope in _batches(organisation, batch):
        _watch(rows, timers, scope)
        seen += len(rows)
    _let_go(organisation)
    return seen


def tell(organisation: Organisation, *, most: int = A_MINUTE) -> int:
    """Tell the people of signals that were raised, the oldest first, so many at a time; how many."""
    signals = Signal.objects.of(organisation).untold()[:most]
    for signal in signals:
        signal.tell_pair()
    return len(signals)


def timers_of(organisation: Organisation) -> dict[UUID, Timers]:
    """Of every programme something lives in."""
    living = Mentorship.objects.living().filter(programme=OuterRef("pk"))
    return {each.pk: each.timers() for each in Programme.objects.of(organisation).filter(Exists(living))}


def _batches(organisation: Organisation, size: int) -> Iterator[tuple[list[Mentorship], QuerySet[Any]]]:
    """Living mentorships whose format wants to be watched, in the order of their ids, each batch with the
    question that finds it again.
    """
    watched = [each.id for each in formats().values() if each.has("health")]
    rows = Mentorship.objects.of(organisation).living().filter(format__in=watched).order_by("pk")
    last: UUID | None = None
    while found := list(rows.filter(pk__gt=last)[:size] if last else rows[:size]):
        last = found[-1].pk
        yield found, rows.filter(pk__gte=found[0].pk, pk__lte=last)


@transaction.atomic
def _watch(rows: list[Mentorship], timers: Mapping[UUID, Timers], scope: QuerySet[Any]) -> None:
    now = clock.now()
    facts = read(rows, timers=timers, now=now, scope=scope)
    HealthReading.write(list(filter(None, (reading_of(each, now) for each in facts.values()))))
    found = {id: causes_in(each, now) for id, each in facts.items()}
    standing, lately = _known(facts, now)
    _solve(standing, found)
    _raise(facts, found, standing=standing, lately=lately, now=now)
    _tell_leads(standing, facts, now)


Key = tuple[UUID, str]


def _known(facts: Mapping[UUID, Facts], now: datetime) -> tuple[dict[Key, Signal], set[Key]]:
    """The signals that stand, and those solved so lately that they are not raised again; who said that all is
    well is believed for longer.
    """
    calm = now - timedelta(days=min(each.timers.lead_days for each in facts.values()))
    lately_solved = Q(solved_at__gt=calm) | Q(solved_at__gt=now - BELIEVED, wish=GO_ON)
    rows = Signal.objects.filter(mentorship__in=list(facts))
    standing, lately = {}, set()
    for signal in rows.filter(Q(solved_at=None) | lately_solved):
        if signal.solved_at is None:
            standing[signal.mentorship_id, signal.code] = signal
        else:
            lately.add((signal.mentorship_id, signal.code))
    return standing, lately


def _solve(standing: dict[Key, Signal], found: Mapping[UUID, Mapping[str, UUID | None]]) -> None:
    for key in [key for key in standing if key[1] not in found[key[0]]]:
        standing.pop(key).solve()


def _raise(
    facts: Mapping[UUID, Facts],
    found: Mapping[UUID, Mapping[str, UUID | None]],
    *,
    standing: Mapping[Key, Signal],
    lately: set[Key],
    now: datetime,
) -> None:
    """Each cause becomes a signal once; of two ticks at the same moment the database lets one have it."""
    new = [
        Signal(
            organisation_id=facts[id].organisation,
            programme_id=facts[id].programme,
            mentorship_id=id,
            code=code,
            person_id=person,
            raised_at=now,
        )
        for id, each in found.items()
        for code, person in each.items()
        if (id, code) not in standing and (id, code) not in lately
    ]
    Signal.objects.bulk_create(_one_for_each_mentor(new), ignore_conflicts=True)


def _one_for_each_mentor(new: list[Signal]) -> list[Signal]:
    """Who carries too much is told once, not once for each of their mentorships."""
    heavy = {each.person_id for each in new if each.code == causes.LOAD and each.person_id}
    if not heavy:
        return new
    rows = Signal.objects.standing().filter(person__in=heavy, code=causes.LOAD)
    told = set(rows.values_list("person_id", flat=True))
    first = {each.person_id: each.pk for each in reversed(new) if each.code == causes.LOAD}
    return [
        each
        for each in new
        if each.code != causes.LOAD or (each.person_id not in told and first[each.person_id] == each.pk)
    ]


def _tell_leads(standing: Mapping[Key, Signal], facts: Mapping[UUID, Facts], now: datetime) -> None:
    for signal in standing.values():
        if signal.lead_told_at is None and is_due_for_lead(signal, facts[signal.mentorship_id], now):
            signal.tell_lead()


def is_due_for_lead(signal: Signal, facts: Facts, now: datetime) -> bool:
    """A week after its people, where a coordinator is told at all; of a first meeting that never came when it
    is stuck; of somebody who did not come, when it happened again.
    """
    told = signal.pair_told_at
    if told is None or signal.cause.lead != causes.LATER:
        return False
    if signal.code == causes.MISSED and facts.misses < OFTEN_MISSED:
        return False
    if signal.code == causes.NO_MEETING and facts.age(now) < facts.timers.stuck_days:
        return False
    return told <= now - timedelta(days=facts.timers.lead_days)


def _let_go(organisation: Organisation) -> None:
    """What has ended needs no rescue."""
    ended = Signal.objects.of(organisation).standing().filter(mentorship__state=CLOSED)
    _solve_all(ended.iterator(chunk_size=BATCH))


def _solve_all(signals: Iterable[Signal]) -> None:
    for signal in signals:
        signal.solve()
