"""Making a meeting regular: every occurrence is shown with its own day before anything is booked."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from cairn.meetings.meeting import Meeting
from cairn.meetings.recurring import begin, end, foresee, series_from
from cairn.meetings.refusal import Refused
from cairn.meetings.series import Series
from cairn.people.person import Person
from cairn.web.meetings.doors import meeting_for
from cairn.web.meetings.when import told
from cairn.web.shell.visiting import Visit, for_a_person

RHYTHMS = (
    (1, gettext_lazy("every week")),
    (2, gettext_lazy("every two weeks")),
    (3, gettext_lazy("every three weeks")),
    (4, gettext_lazy("every four weeks")),
)


class Regular(forms.Form):
    """How often, and how many times more."""

    every = forms.TypedChoiceField(label=gettext_lazy("How often?"), choices=RHYTHMS, coerce=int, initial=2)
    count = forms.IntegerField(
        label=gettext_lazy("How many times more?"), min_value=1, max_value=20, initial=6
    )


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def regular(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Look first, then book what fits."""
    meeting = meeting_for(request.person, meeting_id)
    if meeting.mentorship is None:
        raise Http404
    asked = request.POST if request.method == "POST" else request.GET
    form = Regular(asked if "every" in asked else None)
    wanted = form.cleaned_data if form.is_bound and form.is_valid() else {"every": 2, "count": 6}
    series = _series(meeting, request.person, **wanted)
    if request.method == "POST" and form.is_valid() and _begin(request, series, meeting):
        return redirect("meetings:meeting", meeting_id)
    others = meeting.others(request.person)
    shown = [
        (
            told(
                each.starts_at, each.starts_at + (meeting.ends_at - meeting.starts_at), request.person, others
            ),
            each,
        )
        for each in foresee(series)[1:]
    ]
    context: dict[str, Any] = {"meeting": meeting, "others": others, "form": form, "occurrences": shown}
    context |= {"any_fits": any(each.fits for _when, each in shown)}
    context |= {"every": wanted["every"], "count": wanted["count"]}
    return render(request, "meetings/regular.html", context, status=400 if form.errors else 200)


def _series(meeting: Meeting, by: Person, *, every: int, count: int) -> Series:
    """It begins with the meeting itself, whose time is already theirs."""
    assert meeting.mentorship is not None  # noqa: S101 - the page exists for mentorships only
    return series_from(
        meeting.mentorship,
        at=meeting.starts_at,
        zone=meeting.zone,
        minutes=meeting.minutes,
        every_weeks=every,
        count=count + 1,
        by=by,
    )


def _begin(request: Visit, series: Series, meeting: Meeting) -> bool:
    try:
        booked, missing = begin(series, after=meeting)
    except Refused as refused:
        messages.warning(request, str(refused))
        return False
    said = ngettext("%(n)s meeting is booked.", "%(n)s meetings are booked.", len(booked))
    messages.success(request, said % {"n": len(booked)})
    if missing:
        more = ngettext("%(n)s did not fit; you find a time for it later.",
                        "%(n)s did not fit; you find times for them later.", len(missing))  # fmt: skip
        messages.info(request, more % {"n": len(missing)})
    return True


@for_a_person
@require_POST
def regular_end(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Call off the rest of a series."""
    meeting = meeting_for(request.person, meeting_id)
    if meeting.series is None:
        messages.warning(request, _("This meeting is not one of a series. Nothing was changed."))
        return redirect("meetings:meeting", meeting_id)
    try:
        count = end(meeting.series, by=request.person)
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        said = ngettext("%(n)s meeting is called off.", "%(n)s meetings are called off.", count)
        messages.success(request, said % {"n": count})
    return redirect("meetings:meeting", meeting_id)
