"""How many slots a month an expert gives."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from cairn.stories.giving import MOST, Giving
from cairn.stories.refusal import Refused
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_POST
def giving(request: Visit) -> HttpResponse:
    """Say it; anything that is no number counts as too many."""
    said = request.POST.get("a_month", "")
    number = int(said) if said.isdecimal() and len(said) <= len(str(MOST)) else MOST + 1
    try:
        Giving.say(request.person, number)
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        rest = _("You take a rest from questions.")
        some = ngettext("You give %(n)s slot a month.", "You give %(n)s slots a month.", number)
        messages.success(request, some % {"n": number} if number else rest)
    return redirect("asking:ask")
