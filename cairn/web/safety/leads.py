"""The page of the safeguarding leads: what was reported, opened with their own passphrase while they look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from cairn.people.person import Person
from cairn.people.rules import may_safeguard
from cairn.safety.filing import become_able_to_read
from cairn.safety.lead_key import LeadKey, WrongPassphrase
from cairn.safety.report import Report
from cairn.web.shell.visiting import Visit, for_a_person

if TYPE_CHECKING:
    from datetime import datetime

SHORTEST = 12


@dataclass(frozen=True, slots=True)
class Told:
    """A report that was opened; names are None where none was given."""

    filed_at: datetime
    words: str
    quoted: str
    about: Person | None
    by: Person | None


def _secret(label: Any, *, help_text: Any = "", new: bool = False) -> forms.CharField:
    kind = "new-password" if new else "current-password"
    widget = forms.PasswordInput(attrs={"autocomplete": kind})
    return forms.CharField(
        label=label, help_text=help_text, min_length=SHORTEST if new else None, max_length=200, widget=widget
    )


class Opening(forms.Form):
    """The passphrase one has chosen."""

    passphrase = _secret(_("Your passphrase"))


class Choosing(forms.Form):
    """A passphrase that is kept nowhere."""

    passphrase = _secret(
        _("Choose a passphrase"),
        help_text=_(
            "Twelve letters or more. Nobody can give it back to you, so keep a copy in a safe place."
        ),
        new=True,
    )


@for_a_person
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def reports(request: Visit) -> HttpResponse:
    """What was reported; opened where the passphrase fits."""
    _for_leads(request.person)
    able = LeadKey.objects.visible_to(request.person).exists()
    mine = list(Report.objects.visible_to(request.person))
    form = Opening(request.POST if request.method == "POST" and able else None)
    context: dict[str, object] = {"able": able, "reports": mine, "form": form if able else Choosing()}
    if able and form.is_valid():
        try:
            context["told"] = _opened(request.person, mine, form.cleaned_data["passphrase"])
        except WrongPassphrase:
            form.add_error("passphrase", _("This passphrase does not open your key."))
    return render(request, "safety/reports.html", context)


@for_a_person
@require_POST
def passphrase(request: Visit) -> HttpResponse:
    """Choose it, once."""
    _for_leads(request.person)
    form = Choosing(request.POST)
    if LeadKey.objects.visible_to(request.person).exists():
        return redirect("safety:reports")
    if not form.is_valid():
        context = {"able": False, "reports": [], "form": form}
        return render(request, "safety/reports.html", context, status=422)
    become_able_to_read(request.person, passphrase=form.cleaned_data["passphrase"])
    return redirect("safety:reports")


def _for_leads(person: Person) -> None:
    if not may_safeguard(person):
        raise Http404


def _opened(person: Person, mine: Iterable[Report], passphrase: str) -> list[Told]:
    read = [(report, report.read_as(person, passphrase)) for report in mine]
    wanted = {told[key] for _report, told in read for key in ("about", "by")} - {""}
    people = {str(one.pk): one for one in Person.objects.of(person.organisation).filter(pk__in=wanted)}
    return [
        Told(
            report.filed_at, told["words"], told["quoted"], people.get(told["about"]), people.get(told["by"])
        )
        for report, told in read
    ]
