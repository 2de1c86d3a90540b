"""The farewell: three taps, or as many words as one likes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from cairn.mentorships.farewell import CHOICES, MOST_LETTERS, Farewell
from cairn.mentorships.goal import Goal
from cairn.mentorships.member import MENTEE
from cairn.mentorships.mentorship import Mentorship
from cairn.people.person import Person
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.together.doors import attempt, shown, with_trait

STAYS = (
    gettext_lazy("A question I ask myself now"),
    gettext_lazy("More courage than before"),
    gettext_lazy("A habit I keep"),
    gettext_lazy("Somebody I can ask"),
)
THANKS = (
    gettext_lazy("Thank you for your time."),
    gettext_lazy("Thank you for listening."),
    gettext_lazy("I learned from you."),
    gettext_lazy("You trusted me before I did."),
)


class FarewellForm(forms.Form):
    """Each of the two words may be one of ours or one's own; the choice is the button that was tapped."""

    stays = forms.ChoiceField(required=False, choices=[(each, each) for each in STAYS])
    own_stays = forms.CharField(
        required=False, max_length=MOST_LETTERS, label=gettext_lazy("In your own words")
    )
    thanks = forms.ChoiceField(required=False, choices=[(each, each) for each in THANKS])
    own_thanks = forms.CharField(
        required=False, max_length=MOST_LETTERS, label=gettext_lazy("In your own words")
    )
    choice = forms.ChoiceField(choices=[(each, each) for each in CHOICES])

    def said(self) -> dict[str, str]:
        """One's own words before ours."""
        given = self.cleaned_data
        return {
            "stays": given["own_stays"] or given["stays"],
            "thanks": given["own_thanks"] or given["thanks"],
            "choice": given["choice"],
        }


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def farewell(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """Look back, thank, and choose what comes next."""
    mentorship = with_trait(request.person, mentorship_id, "closing")
    form = FarewellForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            request, lambda: Farewell.say(mentorship, by=request.person, **form.said()), said=_("Said.")
        )
    ):
        return redirect("together:mentorship", mentorship_id)
    context = {**_shown(mentorship, request.person), "form": form}
    return shown(request, "together/farewell.html", mentorship, context, status=400 if form.errors else 200)


def _shown(mentorship: Mentorship, person: Person) -> dict[str, Any]:
    member = mentorship.member(person)
    return {
        "goals": list(Goal.objects.filter(mentorship=mentorship, owner=person)),
        "over": mentorship.state == "closed",
        "may_pass_on": member is not None and member.side == MENTEE,
        "said": Farewell.objects.filter(mentorship=mentorship, person=person, term=mentorship.term).first(),
    }
