"""How often is often enough: two action mails a day, three others a week, two reminders, and less for
whoever does not react.

Nobody is watched for it. No letter counts whether it was opened; somebody reacted when they did anything in
Cairn, by a page or by a button in a letter, after the last letters left.
"""

from datetime import datetime, timedelta

from django.db.models import Max

from cairn.journal.entry import Entry
from cairn.notices.envelope import Envelope
from cairn.notices.habit import Habit
from cairn.notices.kind import ACTION, INSPIRATION
from cairn.notices.notice import Notice
from cairn.people.person import Person

ACTIONS_A_DAY = 2
INSPIRATIONS_A_WEEK = 3
REMINDERS = 2
#: So many action mails without a sign, and the next come half as often; twice as many, only in the digest.
PATIENCE = 2


def next_action_mail(person: Person, habit: Habit, now: datetime) -> datetime | None:
    """When the next action mail may leave: now or a later chosen hour; None for whom only the digest is
    left.
    """
    ignored = _without_a_sign(person)
    if ignored >= 2 * PATIENCE:
        return None
    rhythm = habit.rhythm(person)
    if rhythm.is_quiet(now):
        return rhythm.next_batch(now)
    today = rhythm.day_began(now)
    sent = list(Envelope.objects.to(person, cls=ACTION)[:ACTIONS_A_DAY])
    if len(sent) == ACTIONS_A_DAY and sent[-1].sealed_at >= today:
        return rhythm.next_batch(rhythm.day_ended(now))
    if ignored >= PATIENCE:
        return max(now, rhythm.next_batch(sent[0].sealed_at, nth=2))
    return now


def next_inspiration(person: Person, habit: Habit, now: datetime) -> datetime:
    """When the next letter that asks for nothing may leave: now, or later once the week has had its three."""
    week = Envelope.objects.to(person, cls=INSPIRATION).filter(sealed_at__gt=now - timedelta(days=7))
    if week.count() < INSPIRATIONS_A_WEEK:
        return now
    return habit.next_inspiring(person, now)


def reminds_again(notice: Notice) -> bool:
    """Whether its topic may be said once more: at most two reminders for one thing, whatever their kinds."""
    about = Notice.objects.filter(person=notice.person_id, topic=notice.topic, cls=ACTION)
    return sum(max(mails - 1, 0) for mails in about.values_list("mails", flat=True)) < REMINDERS


def _without_a_sign(person: Person) -> int:
    """How many action mails left since this person last did anything here."""
    letters = Envelope.objects.to(person, cls=ACTION)
    if sign := _last_sign(person):
        letters = letters.filter(sealed_at__gt=sign)
    return len(letters.values_list("pk", flat=True)[: 2 * PATIENCE])


def _last_sign(person: Person) -> datetime | None:
    acted = Entry.everything.by(person).aggregate(last=Max("at"))["last"]
    looked = Notice.objects.filter(person=person).aggregate(last=Max("seen_at"))["last"]
    return max(filter(None, (acted, looked)), default=None)
