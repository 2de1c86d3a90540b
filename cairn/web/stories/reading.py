"""A path, as a reader sees it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cairn.kernel import clock
from cairn.people.person import Person
from cairn.stories.adoption import Adoption
from cairn.stories.asked import Asked
from cairn.stories.follow import Follow
from cairn.stories.live_answer import LiveAnswer
from cairn.stories.role_model import RoleModel
from cairn.stories.story import Story
from cairn.stories.upvote import Upvote
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.stories.doors import role_model_for
from cairn.web.stories.words import EXPERIENCES, KINDS, SIGNS

POSTS, ANSWERED, OPEN = 5, 10, 20


@for_a_person
@require_safe
def path(request: Visit, role_model_id: UUID) -> HttpResponse:
    """The stones, what they post and answer, and what one may do oneself."""
    person, model = request.person, role_model_for(request, role_model_id)
    mine = person.pk == model.person_id
    posts = Story.objects.visible_to(person).filter(role_model=model)
    live = LiveAnswer.objects.filter(role_model=model).ahead(clock.now()).select_related("meeting").first()
    context = {
        "model": model,
        "mine": mine,
        "stones": stones_of(model, person),
        "lived": [EXPERIENCES[code] for code in model.experiences],
        "posts": posts[:POSTS],
        "open": questions_of(model, person, answered=False)[:OPEN],
        "answered": questions_of(model, person, answered=True)[:ANSWERED],
        "follow": Follow.objects.filter(role_model=model, person=person).select_related("mentorship").first(),
        "live": live,
        "seated": live is not None and live.meeting.attendees.filter(person=person).exists(),
        "zone": person.zone or person.organisation.zone,
    }
    return render(request, "stories/path.html", context)


def stones_of(model: RoleModel, person: Person) -> list[dict[str, object]]:
    """The steps with their signs, and whether the reader made one their own."""
    adopted = set(Adoption.objects.visible_to(person).values_list("step_id", flat=True))
    return [
        {"step": step, "kind": KINDS[step.kind], "sign": SIGNS[step.kind], "adopted": step.pk in adopted}
        for step in model.steps.all()
    ]


def questions_of(model: RoleModel, person: Person, *, answered: bool) -> list[dict[str, Any]]:
    """Open ones by how many share them, answered ones newest first; who asked only where it may be known."""
    seen = Asked.objects.visible_to(person).filter(role_model=model, reply__isnull=not answered)
    shared = set(Upvote.objects.visible_to(person).values_list("asked_id", flat=True))
    asked = seen.by_votes().select_related("asker", "reply")
    rows = asked.order_by("-reply__at") if answered else asked
    return [{"asked": each, "asker": each.asker_for(person), "shared": each.pk in shared} for each in rows]
