"""What one can do with a meeting; one address each."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cairn.meetings.lateness import CHOICES
from cairn.meetings.moving import is_late
from cairn.web.meetings.doors import attempt, meeting_for
from cairn.web.meetings.when import told
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_POST
def booking(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Pick this proposed time."""
    meeting = meeting_for(request.person, meeting_id)
    attempt(request, lambda: meeting.take_up(request.person), said=_("Booked. Everybody is told."))
    return redirect("meetings:meeting", meeting_id)


@for_a_person
@require_POST
def answer(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Accept, or leave it open; a no is a cancellation, with its own page."""
    meeting = meeting_for(request.person, meeting_id)
    said = request.POST.get("answer", "accepted")
    attempt(request, lambda: meeting.answer(request.person, said), said=_("Noted. The others see it."))
    return redirect("meetings:meeting", meeting_id)


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def cancellation(request: Visit, meeting_id: UUID) -> HttpResponse:
    """What it means to call it off, and the one tap."""
    meeting = meeting_for(request.person, meeting_id)
    if request.method == "POST":
        attempt(request, lambda: meeting.cancel(by=request.person), said=_("Called off. Everybody is told."))
        return redirect("meetings:meeting", meeting_id)
    others = meeting.others(request.person)
    context = {
        "meeting": meeting,
        "others": others,
        "when": told(meeting.starts_at, meeting.ends_at, request.person, others),
        "late": is_late(meeting),
    }
    return render(request, "meetings/cancellation.html", context)


@for_a_person
@require_POST
def lateness(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Five or ten minutes."""
    meeting = meeting_for(request.person, meeting_id)
    asked = request.POST.get("minutes", "")
    minutes = int(asked) if asked in map(str, CHOICES) else CHOICES[0]
    attempt(
        request,
        lambda: meeting.run_late(request.person, minutes=minutes),
        said=_("They know. No need to run."),
    )
    return redirect("meetings:meeting", meeting_id)


@for_a_person
@require_POST
def held(request: Visit, meeting_id: UUID) -> HttpResponse:
    """We met."""
    meeting = meeting_for(request.person, meeting_id)
    attempt(request, lambda: meeting.tap_held(request.person), said=_("Good. Now book the next one."))
    return redirect("meetings:meeting", meeting_id)


@for_a_person
@require_POST
def objection(request: Visit, meeting_id: UUID) -> HttpResponse:
    """It did not happen."""
    meeting = meeting_for(request.person, meeting_id)
    said = _("Noted. That happens; find another time when it suits you.")
    attempt(request, lambda: meeting.object(request.person), said=said)
    return redirect("meetings:meeting", meeting_id)


@for_a_person
@require_POST
def absence(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Somebody did not come; they are asked kindly for another time."""
    meeting = meeting_for(request.person, meeting_id)
    missing = next(
        (each for each in meeting.others(request.person) if str(each.pk) == request.POST.get("person")), None
    )
    if missing is not None:
        said = _("Noted, without blame. They are asked for another time.")
        attempt(request, lambda: meeting.miss(missing, by=request.person), said=said)
    return redirect("meetings:meeting", meeting_id)
