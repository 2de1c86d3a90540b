"""How much mentors carry: people, places and minutes; bulk readers for the facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, DurationField, ExpressionWrapper, F, Sum

from cairn.meetings import state
from cairn.meetings.attendee import Attendee
from cairn.mentorships.member import MENTOR, Member
from cairn.mentorships.steps import CLOSED
from cairn.programmes.enrolment import Enrolment

MONTH = timedelta(days=30)


def carried_of(people: Iterable[UUID]) -> dict[tuple[UUID, UUID], int]:
    """(person, programme) → living mentorships on the mentors' side."""
    rows = Member.objects.present().filter(person__in=people, side=MENTOR).exclude(mentorship__state=CLOSED)
    counted = rows.order_by().values_list("person_id", "mentorship__programme_id").annotate(n=Count("id"))
    return {(person, programme): n for person, programme, n in counted}


def places_of(people: Iterable[UUID]) -> dict[tuple[UUID, UUID], int]:
    """(person, programme) → how many they offered."""
    rows = Enrolment.objects.filter(person__in=people, side=MENTOR).order_by()
    found = rows.values_list("person_id", "programme_id", "capacity")
    return {(person, programme): capacity for person, programme, capacity in found}


def minutes_of(people: Iterable[UUID], now: datetime) -> dict[UUID, float]:
    """Minutes spent as a mentor in the last month."""
    length = ExpressionWrapper(F("meeting__ends_at") - F("meeting__starts_at"), output_field=DurationField())
    rows = Attendee.objects.filter(
        person__in=people,
        role=MENTOR,
        meeting__state__in=state.TOOK_PLACE,
        meeting__starts_at__gt=now - MONTH,
        meeting__starts_at__lte=now,
    ).exclude(came=False)
    counted = rows.order_by().values_list("person_id").annotate(spent=Sum(length))
    return {person: spent.total_seconds() / 60 for person, spent in counted}
