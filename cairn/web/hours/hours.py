"""My hours: one page, four small forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cairn.kernel import clock
from cairn.meetings.day_exception import DayException
from cairn.meetings.habits import habits_of
from cairn.meetings.living import add_hours, as_usual, keep_habits, keep_week, take_days_off
from cairn.meetings.refusal import Refused
from cairn.meetings.slots import zone_of
from cairn.people.person import Person
from cairn.people.week import hour_said
from cairn.web.hours.forms import DaysOff, HabitsForm, MoreHours
from cairn.web.hours.week_form import WeekGrid
from cairn.web.shell.visiting import Visit, for_a_person


@dataclass
class Stretch:
    """Days that differ in the same way, one after the other, with the rows behind them."""

    first: date
    last: date
    hours: str
    rows: list[UUID]


@for_a_person
@require_safe
def hours(request: Visit) -> HttpResponse:
    """When I am free."""
    return _page(request)


def _page(request: Visit, **forms_: forms.Form) -> HttpResponse:
    person = request.person
    habits = habits_of([person])[person.pk]
    said = {name: getattr(habits, name) for name in HabitsForm.base_fields if name != "zone"}
    grid = WeekGrid(person)
    context: dict[str, Any] = {
        "grid": grid,
        "empty": not any(grid.free.values()),
        "zone": zone_of(person),
        "habits": HabitsForm(initial={"zone": zone_of(person), **said}),
        "days_off": DaysOff(),
        "more_hours": MoreHours(),
        "stretches": stretches_of(person),
        **forms_,
    }
    return render(request, "hours/hours.html", context, status=400 if forms_ else 200)


def stretches_of(person: Person) -> list[Stretch]:
    """Days off and added hours still ahead; days in a row are one."""
    found: list[Stretch] = []
    for row in DayException.objects.filter(person=person, day__gte=clock.today(zone_of(person))):
        words = "" if not row.free else f"{hour_said(row.start)}–{hour_said(row.end)}"
        last = found[-1] if found else None
        if last and not words and not last.hours and row.day == last.last + timedelta(days=1):
            last.last = row.day
            last.rows.append(row.pk)
        else:
            found.append(Stretch(row.day, row.day, words, [row.pk]))
    return found


@for_a_person
@require_POST
def week(request: Visit) -> HttpResponse:
    """Keep the ordinary week."""
    keep_week(request.person, WeekGrid(request.person).spans(request.POST))
    messages.success(request, _("Your week is kept. What is booked stays as it is."))
    return redirect("hours:hours")


@for_a_person
@require_POST
def habits(request: Visit) -> HttpResponse:
    """Keep zone, pause, notice and limit."""
    form = HabitsForm(request.POST)
    return _done(request, "habits", form, lambda: keep_habits(request.person, **form.cleaned_data))


@for_a_person
@require_POST
def days_off(request: Visit) -> HttpResponse:
    """Take days off."""
    form = DaysOff(request.POST)
    return _done(request, "days_off", form, lambda: take_days_off(request.person, **form.cleaned_data))


@for_a_person
@require_POST
def more_hours(request: Visit) -> HttpResponse:
    """Add hours of one date."""
    form = MoreHours(request.POST)

    def act() -> None:
        start, end = (
            form.cleaned_data[name].hour * 60 + form.cleaned_data[name].minute for name in ("start", "end")
        )
        add_hours(request.person, day=form.cleaned_data["day"], start=start, end=end)

    return _done(request, "more_hours", form, act)


@for_a_person
@require_POST
def usual(request: Visit) -> HttpResponse:
    """Let days be like all others again."""
    ids = [UUID(row) for row in request.POST.getlist("row") if _is_id(row)]
    as_usual(request.person, ids)
    messages.success(request, _("Kept."))
    return redirect("hours:hours")


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _done(request: Visit, name: str, form: forms.Form, act: Callable[[], None]) -> HttpResponse:
    """Do it, or give everything back with what is wrong."""
    if form.is_valid():
        try:
            act()
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Kept."))
            return redirect("hours:hours")
    return _page(request, **{name: form})
