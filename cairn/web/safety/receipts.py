"""Reading one's own report again, with the receipt."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cairn.safety.report import Report
from cairn.web.shell.visiting import Visit, for_a_person


class Receipt(forms.Form):
    """Six groups of four signs."""

    receipt = forms.CharField(
        max_length=60, label=_("Your receipt"), widget=forms.TextInput(attrs={"autocomplete": "off"})
    )


@for_a_person
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: Visit) -> HttpResponse:
    """The report a receipt opens; whose receipt it is nobody asks."""
    form = Receipt(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {"form": form}
    if form.is_valid():
        code = form.cleaned_data["receipt"]
        here = Report.objects.of(request.person.organisation)
        found: Report | None = here.with_receipt(code).first()
        if found is None:
            form.add_error(
                "receipt", _("No report has this receipt. Look for signs that are easily mistaken.")
            )
        else:
            context |= {"report": found, "told": found.read_with(code)}
    return render(request, "safety/receipt.html", context)
