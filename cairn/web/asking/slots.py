"""The second tap: a time. Everybody who knows about the topic gives theirs; nobody is picked by face."""

from __future__ import annotations

from itertools import groupby
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cairn.people.taxonomy import taxonomy
from cairn.people.vocabulary import labels_for
from cairn.stories.offering import FLASH, offers_on, programmes_of, topics_for
from cairn.web.shell.visiting import Visit, for_a_person

LONGEST = 80


@for_a_person
@require_safe
def times(request: Visit) -> HttpResponse:
    """The soonest times by day; without any, what else one can do."""
    person = request.person
    topic = request.GET.get("topic", "")[:LONGEST]
    if not topic:
        return redirect("asking:ask")
    zone = ZoneInfo(person.zone or person.organisation.zone)
    offers = offers_on(person, topic)
    days = groupby(offers, key=lambda offer: offer.starts_at.astimezone(zone).date())
    near = [] if offers else _near(topic, topics_for(person))
    labels = labels_for([topic, *near], organisation=person.organisation_id)
    context = {
        "topic": topic,
        "label": _label(topic, labels[topic], request.GET.get("words", "")[:LONGEST]),
        "days": [(day, list(each)) for day, each in days],
        "near": [(code, labels[code]) for code in near],
        "offered": bool(offers) or bool(programmes_of(person, FLASH)),
        "zone": zone.key,
    }
    return render(request, "asking/times.html", context)


def _label(topic: str, known: str, words: str) -> str:
    """The word as the organisation knows it, or as it was written."""
    return words if known == topic and words else known


def _near(topic: str, offered: list[str]) -> list[str]:
    """What is asked about here and lies beside it, else what is asked about at all."""
    beside = set(taxonomy.skills().siblings(topic))
    return sorted(offered, key=lambda code: code not in beside)[:4]
