"""The journeys of a programme: every mentorship with its stage, its next meeting and how it goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cairn.care.health_reading import latest_for
from cairn.kernel import clock
from cairn.meetings.meeting import Meeting
from cairn.mentorships.mentorship import Mentorship
from cairn.people.person import Person
from cairn.web.caring.doors import programme_for
from cairn.web.caring.tracing import Tracing
from cairn.web.shell.visiting import Visit, for_a_person

PER_PAGE = 30


@dataclass(frozen=True, slots=True)
class Line:
    """One mentorship. `band` is empty where nothing is watched, or the reader leads one of its people."""

    people: list[Person]
    format: str
    stage: str
    begun_at: datetime
    met_at: datetime | None
    times_met: int
    next_at: datetime | None
    band: str


@for_a_person
@require_safe
def journeys(request: Visit, slug: str) -> HttpResponse:
    """Search, filter, sort, pages; a handful of questions, however many there are."""
    programme = programme_for(request.person, slug)
    tracing = Tracing(request.GET)
    page = Paginator(tracing.among(programme), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "programme": programme,
        "page": page,
        "lines": _lines(list(page.object_list), reader=request.person),
        "form": tracing,
        "keep": tracing.keep(),
        "states": tracing.counts(programme),
    }
    return render(request, "caring/journeys.html", context)


def _lines(rows: list[Mentorship], *, reader: Person) -> list[Line]:
    ids = [row.pk for row in rows]
    health, ahead = latest_for(ids, clock.now()), _ahead(ids)
    return [
        Line(
            people=[member.person for member in row.members.all() if member.left_at is None],
            format=row.kind.title,
            stage=stage_of(row),
            begun_at=row.begun_at,
            met_at=row.met_at,
            times_met=row.times_met,
            next_at=ahead.get(row.pk),
            band=_band(row, health[row.pk].band if row.pk in health else "", reader),
        )
        for row in rows
    ]


def _ahead(ids: Iterable[UUID]) -> dict[UUID, datetime]:
    """The next meeting of each that has one; one query."""
    rows = Meeting.objects.filter(mentorship__in=list(ids)).ahead(clock.now()).order_by("-starts_at")
    return {id: at for id, at in rows.values_list("mentorship_id", "starts_at") if id}


def _band(row: Mentorship, band: str, reader: Person) -> str:
    led = any(member.person.manager_id == reader.pk for member in row.members.all())
    return "" if led or getattr(row, "rests", False) else band


def stage_of(row: Mentorship) -> str:
    """Its stage in a word; a rest goes before it."""
    if getattr(row, "rests", False):
        return _("Rests")
    return {
        "forming": _("Finding each other"),
        "working": _("On their way"),
        "closing": _("Saying goodbye"),
        "closed": _("Ended"),
    }[row.state]
