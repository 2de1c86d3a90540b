"""The first tap: a topic, as a chip or in one's own words."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cairn.kernel import clock
from cairn.people.person import Person
from cairn.people.skill_claim import OFFERED
from cairn.people.taxonomy import taxonomy
from cairn.people.vocabulary import code_of, labels_for
from cairn.programmes.enrolment import MENTOR, Enrolment
from cairn.stories.flash import Flash
from cairn.stories.giving import given_by
from cairn.stories.month_place import MonthPlace, month_of
from cairn.stories.offering import FLASH, looked_after, offers_on, programmes_of, topics_for
from cairn.stories.unmet_topic import MOST_LETTERS, UnmetTopic
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_safe
def ask(request: Visit) -> HttpResponse:
    """Topics, one's bookings, and for experts what they give."""
    person = request.person
    codes = topics_for(person)
    labels = labels_for(codes, organisation=person.organisation_id)
    flashes = Flash.objects.visible_to(person)
    context = {
        "offered": bool(programmes_of(person, FLASH)),
        "topics": [(code, labels[code]) for code in codes],
        "ahead": flashes.ahead(clock.now()),
        "held": flashes.held().order_by("-meeting__starts_at")[:5],
        "gives": _gives(person),
        "looked_after": looked_after(person, FLASH),
        "zone": person.zone or person.organisation.zone,
    }
    return render(request, "asking/ask.html", context)


def _gives(person: Person) -> dict[str, int] | None:
    """What an expert gives and gave this month; None for who mentors nowhere."""
    here = programmes_of(person, FLASH)
    places = Enrolment.objects.present().filter(person=person, side=MENTOR, programme__in=list(here))
    answers = any(each.takes_part_in(here[each.programme_id][1].id) for each in places)
    if not answers or not person.skills(OFFERED).exists():
        return None
    gave = MonthPlace.objects.filter(person=person, month=month_of(person, clock.now())).count()
    return {"a_month": given_by([person.pk])[person.pk], "gave": gave}


@for_a_person
@require_POST
def search(request: Visit) -> HttpResponse:
    """Lead to the times of a topic; one without a time is noted for the coordinator."""
    person = request.person
    words = " ".join(request.POST.get("words", "").split())[:MOST_LETTERS]
    code = request.POST.get("topic", "")[:MOST_LETTERS] or _meant(words)
    if not code:
        messages.warning(request, _("Please write what it is about."))
        return redirect("asking:ask")
    if not offers_on(person, code, limit=1):
        here = [programme for programme, _kind in programmes_of(person, FLASH).values()]
        UnmetTopic.note(here, person=person, code=code, words=words or code)
    return redirect(f"{reverse('asking:times')}?{urlencode({'topic': code, 'words': words})}")


def _meant(words: str) -> str:
    """The code of a topic in somebody's words, one slip of the finger forgiven."""
    if not any(sign.isalnum() for sign in words):
        return ""
    near = taxonomy.skills().find(words) or taxonomy.skills().nearest(words)
    return near.code if near else code_of(words)
