"""Proposing: three times that suit everybody, held for a while, so that a letter can offer them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.kernel import clock
from cairn.meetings import state
from cairn.meetings.attendee import ACCEPTED, Attendee
from cairn.meetings.booking import let_go, refuse_impossible, seat, sides_of
from cairn.meetings.giving import give, lock, refuse_if_taken, release
from cairn.meetings.kinds import PAIR
from cairn.meetings.meeting import Meeting
from cairn.meetings.refusal import DayFull, Refused, SlotTaken
from cairn.meetings.slots import Slot, slots_for, zone_of
from cairn.mentorships.agreement import Agreement
from cairn.mentorships.member import Member
from cairn.people.person import Person

if TYPE_CHECKING:
    from cairn.mentorships.mentorship import Mentorship

THREE = 3
HOLD = timedelta(hours=48)
AHEAD = 14


def propose(
    mentorship: Mentorship, *, minutes: int = 0, by: Person | None = None, kind: str = PAIR
) -> list[Meeting]:
    """Up to three times on different days, held for two days; those still held are given again.

    A time somebody takes while this looks is left out. No time in common gives an empty list.
    """
    minutes = minutes or minutes_of(mentorship)
    standing = Meeting.objects.of_mentorship(mentorship).proposed().filter(held_until__gt=clock.now())
    if held := [each for each in standing if each.starts_at > clock.now() and each.minutes == minutes]:
        return held
    people = people_of(mentorship)
    own = list(Meeting.objects.of_mentorship(mentorship).proposed())
    slots = slots_for(people, minutes=minutes, days=AHEAD, own=own)
    with transaction.atomic():
        lock(people)
        let_go(mentorship)
        made = [_hold(mentorship, people, slot, by=by, kind=kind) for slot in spread(slots, people)]
        return [meeting for meeting in made if meeting is not None]


def minutes_of(mentorship: Mentorship) -> int:
    """How long its people agreed to meet; before that, how long their format suggests."""
    agreed = Agreement.objects.agreed().filter(mentorship=mentorship).first()
    return agreed.minutes if agreed else mentorship.kind.minutes


def people_of(mentorship: Mentorship) -> list[Person]:
    """Everybody in it, mentors last so that hours are counted from whoever seeks."""
    ids = (
        Member.objects.present()
        .filter(mentorship=mentorship)
        .order_by("side", "id")
        .values_list("person_id", flat=True)
    )
    found = {person.pk: person for person in Person.objects.filter(pk__in=ids).select_related("organisation")}
    return [found[pk] for pk in ids]


def spread(slots: Sequence[Slot], people: Sequence[Person], *, count: int = THREE) -> list[Slot]:
    """A few of many: on different days where there are as many, at the hours most people like best."""
    zones = [ZoneInfo(zone_of(person)) for person in people]
    days: dict[object, list[Slot]] = {}
    for slot in slots:
        days.setdefault(slot.starts_at.astimezone(zones[0]).date(), []).append(slot)
    best = [min(of_day, key=lambda slot: (_strain(slot.starts_at, zones), slot)) for of_day in days.values()]
    chosen = best[:count]
    rest = (slot for slot in slots if not any(_overlap(slot, each) for each in chosen))
    while len(chosen) < count and (another := next(rest, None)):
        chosen.append(another)
    return sorted(chosen)


def _strain(at: datetime, zones: Iterable[ZoneInfo]) -> float:
    """How far from late morning it is for whoever has it worst, in whole hours."""
    return max(abs(at.astimezone(zone).hour - 11) for zone in zones)


def _overlap(one: Slot, other: Slot) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


def _hold(
    mentorship: Mentorship, people: list[Person], slot: Slot, *, by: Person | None, kind: str
) -> Meeting | None:
    until = clock.now() + HOLD
    try:
        with transaction.atomic():
            refuse_if_taken(people, slot.starts_at, slot.ends_at)
            meeting: Meeting = Meeting.objects.create(
                organisation_id=mentorship.organisation_id,
                mentorship=mentorship,
                programme_id=mentorship.programme_id,
                kind=kind,
                state=state.PROPOSED,
                starts_at=slot.starts_at,
                ends_at=slot.ends_at,
                zone=zone_of(people[0]),
                by=by,
                held_until=until,
            )
            give(meeting, people, until=until)
            seat(meeting, people, by=None, sides=sides_of(mentorship))
            meeting.record("meeting.proposed", by, at=slot.starts_at)
    except (SlotTaken, DayFull):
        return None
    return meeting


@transaction.atomic
def take_up(meeting: Meeting, person: Person) -> Meeting:
    """Somebody picked this proposed time: it is booked, the others are let go.

    Picking it again changes nothing. A hold that ran out is booked all the same while the time is free.
    """
    people = list(Person.objects.filter(pk__in=meeting.attendees.values("person_id")))
    lock(people)
    _read_again(meeting)
    if meeting.state in state.STANDING:
        return meeting
    refuse_impossible(people, at=meeting.starts_at, minutes=meeting.minutes)
    refuse_if_taken(people, meeting.starts_at, meeting.ends_at, own=[meeting])
    release(meeting)
    meeting.held_until, meeting.by, meeting.zone = None, person, zone_of(person)
    meeting.go(state.BOOKED, "held_until", "by", "zone")
    if meeting.mentorship is not None:
        let_go(meeting.mentorship)
    give(meeting, people)
    Attendee.objects.filter(meeting=meeting, person=person).update(answer=ACCEPTED)
    meeting.record("meeting.booked", person, at=meeting.starts_at, people=[each.pk for each in people])
    return meeting


def _read_again(meeting: Meeting) -> None:
    try:
        meeting.lock()
    except Meeting.DoesNotExist as gone:
        raise Refused("gone", _("You have already agreed on another time.")) from gone
