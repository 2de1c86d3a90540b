"""A pause: until when, and why for nobody but oneself."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from cairn.kernel import clock
from cairn.mentorships.pause import Pause
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.together.doors import attempt, mentorship_for, shown

USUAL = timedelta(days=28)


class PauseForm(forms.Form):
    """A day, and a reason that stays locked."""

    until = forms.DateField(
        label=gettext_lazy("Until"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy("Kept locked. Nobody but you reads it."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def pause(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """Rest until a day; it goes on by itself."""
    mentorship = mentorship_for(request.person, mentorship_id)
    form = PauseForm(request.POST or None, initial={"until": clock.today() + USUAL})
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            request,
            lambda: Pause.begin(mentorship, by=request.person, **form.cleaned_data),
            said=_("It rests. It goes on by itself on the day you chose."),
        )
    ):
        return redirect("together:mentorship", mentorship_id)
    context = {"form": form}
    return shown(request, "together/pause.html", mentorship, context, status=400 if form.errors else 200)


@for_a_person
@require_POST
def pause_ending(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """Go on now."""
    mentorship = mentorship_for(request.person, mentorship_id)
    standing = mentorship.standing_pause()
    if standing:
        attempt(request, lambda: standing.end(request.person), said=_("Good. It goes on."))
    return redirect("together:mentorship", mentorship_id)
