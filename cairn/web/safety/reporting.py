"""Filing a report; the receipt is shown once, and kept nowhere."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cairn.safety.filing import MOST_LETTERS, file_report
from cairn.web.safety.occasion import Occasion, occasion_of
from cairn.web.shell.visiting import Visit, for_a_person


class Reporting(forms.Form):
    """What happened, in one's own words."""

    words = forms.CharField(
        max_length=MOST_LETTERS,
        label=_("What happened?"),
        help_text=_("You do not have to be sure. Only the safeguarding leads can open it."),
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto", "autocomplete": "off"}),
    )
    about = forms.ChoiceField(required=False, label=_("Whom is it about?"), widget=forms.RadioSelect)
    quote = forms.BooleanField(required=False, initial=True, label=_("Send the message along"))
    named = forms.BooleanField(
        required=False,
        initial=True,
        label=_("Say who I am"),
        help_text=_("Without your name nobody can ask you back; your receipt still opens the report."),
    )

    def __init__(self, *args: Any, occasion: Occasion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.occasion = occasion
        people = [(str(person.pk), person.name) for person in occasion.people]
        self.fields["about"] = forms.ChoiceField(
            required=False,
            label=_("Whom is it about?"),
            choices=[*people, ("", _("Somebody or something else"))],
            initial=people[0][0] if len(people) == 1 else "",
            widget=forms.RadioSelect,
        )
        if not people:
            del self.fields["about"]
        if occasion.message is None:
            del self.fields["quote"]

    def told(self) -> dict[str, Any]:
        """What is filed."""
        chosen = self.cleaned_data.get("about")
        message = self.occasion.message
        return {
            "about": next((one for one in self.occasion.people if str(one.pk) == chosen), None),
            "quoted": message.body if message and self.cleaned_data["quote"] else "",
            "named": self.cleaned_data["named"],
        }


@for_a_person
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: Visit) -> HttpResponse:
    """The form, and after it the receipt."""
    occasion = occasion_of(request.person, request.GET)
    form = Reporting(request.POST if request.method == "POST" else None, occasion=occasion)
    if form.is_valid():
        receipt = file_report(request.person, form.cleaned_data["words"], **form.told())
        return render(request, "safety/filed.html", {"receipt": receipt, "occasion": occasion})
    return render(request, "safety/report.html", {"form": form, "occasion": occasion})
