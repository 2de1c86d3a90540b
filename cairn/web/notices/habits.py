"""How one wants to be told."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cairn.notices.addressing import zone_of
from cairn.notices.choosing import choose
from cairn.notices.habit import Habit
from cairn.notices.mute import mutes_of
from cairn.web.notices.habit_form import HabitForm, filled_with
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def habits(request: Visit) -> HttpResponse:
    """The form, and keeping it."""
    person = request.person
    form = HabitForm(request.POST or None, initial=filled_with(Habit.of(person), muted=mutes_of(person)))
    if request.method == "POST" and form.is_valid():
        choose(person, **form.habits())
        messages.success(request, _("Kept. What waits for you follows the new hours."))
        return redirect("notices:habits")
    return render(request, "notices/habits.html", {"form": form, "zone": zone_of(person).key})
