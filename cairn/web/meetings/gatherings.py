"""Open to everybody: sessions with seats and office hours of one's programmes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cairn.meetings.attendee import DECLINED, HOST
from cairn.meetings.meeting import Meeting
from cairn.meetings.office_hours import OfficeHours
from cairn.meetings.receiving import close_office, keep_office, office_slots, take_office_slot
from cairn.meetings.seating import announce, open_sessions, take_seat
from cairn.meetings.series import at_wall
from cairn.meetings.slots import zone_of
from cairn.people.person import Person
from cairn.web.meetings.doors import attempt
from cairn.web.meetings.gathering_forms import OfficeForm, SessionForm, hosted_by
from cairn.web.meetings.when import When, moment_in, told
from cairn.web.shell.visiting import Visit, for_a_person

SHOWN = 6


@dataclass(frozen=True, slots=True)
class Session:
    """One with seats, from this reader's chair."""

    meeting: Meeting
    when: When
    host: Person | None
    left: int
    seated: bool
    hosting: bool


@dataclass(frozen=True, slots=True)
class Office:
    """Somebody's office hours, with the next free slots."""

    office: OfficeHours
    slots: list[When]
    mine: bool


@for_a_person
@require_safe
def gatherings(request: Visit) -> HttpResponse:
    """What one could join."""
    return _page(request)


def _page(request: Visit, **given: forms.Form) -> HttpResponse:
    person = request.person
    kept = OfficeHours.objects.visible_to(person).open().select_related("host__organisation", "programme")
    may_host = hosted_by(person).exists()
    context: dict[str, Any] = {
        "sessions": [_session(each, person) for each in open_sessions(person)],
        "offices": [_office(each, person) for each in kept],
        "session_form": SessionForm(person=person) if may_host else None,
        "office_form": OfficeForm(person=person) if may_host else None,
        **given,
    }
    return render(request, "meetings/gatherings.html", context, status=400 if given else 200)


def _session(meeting: Meeting, person: Person) -> Session:
    places = list(meeting.attendees.all())
    host = next((each.person for each in places if each.role == HOST), None)
    mine = meeting.place_of(person)
    return Session(
        meeting,
        told(meeting.starts_at, meeting.ends_at, person),
        host,
        (meeting.seats or 0) - sum(each.seat is not None for each in places),
        mine is not None and mine.seat is not None,
        host is not None and host.pk == person.pk,
    )


def _office(office: OfficeHours, person: Person) -> Office:
    slots = office_slots(office, person)[:SHOWN]
    return Office(
        office,
        [told(each.starts_at, each.ends_at, person, [office.host]) for each in slots],
        office.host_id == person.pk,
    )


@for_a_person
@require_POST
def seat(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Take a seat, or give it back."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.person).with_people(), pk=meeting_id)
    if "back" in request.POST:
        attempt(request, lambda: meeting.answer(request.person, DECLINED), said=_("Your seat is free again."))
        return redirect("meetings:gatherings")
    attempt(request, lambda: take_seat(meeting, request.person), said=_("The seat is yours."))
    return redirect("meetings:gatherings")


@for_a_person
@require_POST
def session(request: Visit) -> HttpResponse:
    """Announce a session."""
    form = SessionForm(request.POST, person=request.person)
    if not _may_host(request):
        return redirect("meetings:gatherings")
    if not form.is_valid():
        return _page(request, session_form=form)
    said = dict(form.cleaned_data)
    start = said.pop("start")
    at = at_wall(said.pop("day"), start.hour * 60 + start.minute, zone_of(request.person))
    attempt(request, lambda: announce(host=request.person, at=at, **said), said=_("It is announced."))
    return redirect("meetings:gatherings")


def _may_host(request: Visit) -> bool:
    """Say kindly who may, where one may not."""
    if hosted_by(request.person).exists():
        return True
    messages.warning(request, _("Only mentors and coordinators of a programme can invite everybody."))
    return False


@for_a_person
@require_POST
def office(request: Visit) -> HttpResponse:
    """Open an hour of every week."""
    form = OfficeForm(request.POST, person=request.person)
    if not _may_host(request):
        return redirect("meetings:gatherings")
    if not form.is_valid():
        return _page(request, office_form=form)
    said = dict(form.cleaned_data)
    said |= {name: said[name].hour * 60 + said[name].minute for name in ("start", "end")}
    attempt(request, lambda: keep_office(host=request.person, **said), said=_("Your door is open."))
    return redirect("meetings:gatherings")


@for_a_person
@require_POST
def office_slot(request: Visit, office_id: UUID) -> HttpResponse:
    """Take a slot; or, as the host, close the door."""
    kept = OfficeHours.objects.visible_to(request.person).open().select_related("host__organisation")
    found = get_object_or_404(kept.select_related("host__organisation", "programme"), pk=office_id)
    if "close" in request.POST and found.host_id == request.person.pk:
        attempt(request, lambda: close_office(found), said=_("Closed. What is booked stays."))
        return redirect("meetings:gatherings")
    at = moment_in(request.POST.get("at", ""))
    if at is not None:
        attempt(
            request, lambda: take_office_slot(found, request.person, at), said=_("Booked. Everybody is told.")
        )
    return redirect("meetings:gatherings")
