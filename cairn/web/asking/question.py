"""The third tap: one question, and it is booked."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cairn.meetings.refusal import Refused as NotBooked
from cairn.people.vocabulary import labels_for
from cairn.programmes.enrolment import MENTOR, Enrolment
from cairn.stories.asking import ask
from cairn.stories.offering import FLASH, format_of
from cairn.stories.refusal import Refused
from cairn.web.asking.question_form import Question
from cairn.web.shell.visiting import Visit, for_a_person

WHERE = ("topic", "expert", "at")


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: Visit) -> HttpResponse:
    """Write it, with the time and the person in sight; a time that is gone leads back to the others."""
    said = request.POST if request.method == "POST" else request.GET
    where = {name: said.get(name, "") for name in WHERE}
    form = Question(request.POST if request.method == "POST" else None, initial=where)
    probe = Question({**where, "question": "?"})
    if not probe.is_valid():
        return redirect("asking:ask")
    meant = probe.cleaned_data
    mentors = Enrolment.objects.visible_to(request.person).present().filter(side=MENTOR)
    expert = get_object_or_404(
        mentors.select_related("person__organisation", "programme"), pk=meant["expert"]
    )
    if request.method == "POST" and form.is_valid():
        try:
            flash = ask(request.person, **{**form.cleaned_data, "expert": expert})
        except Refused as refused:
            form.add_error(None, str(refused))
        except NotBooked as refused:
            messages.warning(request, str(refused))
            return redirect(f"{reverse('asking:times')}?{urlencode({'topic': meant['topic']})}")
        else:
            messages.success(request, _("Booked. You both find it in your calendars."))
            return redirect("asking:flash", flash.pk)
    return render(request, "asking/question.html", _context(request, form, expert, meant))


def _context(request: Visit, form: Question, expert: Enrolment, meant: dict[str, Any]) -> dict[str, Any]:
    person, kind = request.person, format_of(expert.programme, FLASH)
    labels = labels_for([meant["topic"]], organisation=person.organisation_id)
    return {
        "form": form,
        "expert": expert.person,
        "at": meant["at"],
        "minutes": kind.minutes if kind else 0,
        "label": labels[meant["topic"]],
        "topic": meant["topic"],
        "zone": person.zone or person.organisation.zone,
    }
