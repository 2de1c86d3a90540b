"""Bulk readers: what lies ahead of people, and how often mentorships met; one query whatever their number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Count, Max

from cairn.kernel import clock
from cairn.meetings import state
from cairn.meetings.attendee import DECLINED, Attendee
from cairn.meetings.meeting import Meeting

if TYPE_CHECKING:
    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person


@dataclass(frozen=True, slots=True)
class Held:
    """How many meetings were held, and when the last of them began."""

    count: int = 0
    last_at: datetime | None = None


NEVER = Held()


def next_for(people: Iterable[Person | UUID]) -> dict[UUID, Meeting]:
    """The next meeting of each of these people, by person id; who has none is left out."""
    ids = [getattr(person, "pk", person) for person in people]
    rows = (
        Attendee.objects.filter(
            person__in=ids, meeting__state__in=state.STANDING, meeting__ends_at__gt=clock.now()
        )
        .exclude(answer=DECLINED)
        .select_related("meeting")
        .order_by("meeting__starts_at")
    )
    found: dict[UUID, Meeting] = {}
    for place in rows:
        found.setdefault(place.person_id, place.meeting)
    return found


def next_of(mentorships: Iterable[Mentorship | UUID]) -> dict[UUID, Meeting]:
    """The next meeting of each of these mentorships, by mentorship id."""
    ids = [getattr(each, "pk", each) for each in mentorships]
    ahead = Meeting.objects.ahead(clock.now()).filter(mentorship__in=ids).order_by("-starts_at")
    return {meeting.mentorship_id: meeting for meeting in ahead}


def held_of(mentorships: Iterable[Mentorship | UUID]) -> dict[UUID, Held]:
    """How often each of these mentorships met; who never did is there with nothing."""
    ids: list[Any] = [getattr(each, "pk", each) for each in mentorships]
    rows = (
        Meeting.objects.took_place()
        .filter(mentorship__in=ids)
        .order_by()
        .values("mentorship_id")
        .annotate(times=Count("id"), last=Max("starts_at"))
    )
    counted = {row["mentorship_id"]: Held(row["times"], row["last"]) for row in rows}
    return {pk: counted.get(pk, NEVER) for pk in ids}
