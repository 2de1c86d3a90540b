"""The exit: no fault, no reason needed, one tap."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from cairn.mentorships.ending import Ending
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.together.doors import attempt, mentorship_for, shown


class ExitForm(forms.Form):
    """Whether one wants to be matched again; why, for oneself."""

    another = forms.BooleanField(
        label=gettext_lazy("Offer me somebody else at once"), required=False, initial=True
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
def leaving(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """What happens then, and the one tap."""
    mentorship = mentorship_for(request.person, mentorship_id)
    form = ExitForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            request,
            lambda: Ending.leave(mentorship, by=request.person, **form.cleaned_data),
            said=_("You have left. Nobody asks you why."),
        )
    ):
        return redirect("together:together")
    context = {"form": form}
    return shown(request, "together/leaving.html", mentorship, context, status=400 if form.errors else 200)
