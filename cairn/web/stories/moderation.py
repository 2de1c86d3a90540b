"""What coordinators see of stories, and how they take something down: with a reason the author reads."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cairn.people.person import Person
from cairn.programmes.programme import Programme
from cairn.stories.asked import Asked
from cairn.stories.role_model import RoleModel
from cairn.stories.story import Story
from cairn.stories.take_down import TakeDown
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.stories.doors import attempt

MOST = 30


@for_a_person
@require_safe
def shown(request: Visit, slug: str) -> HttpResponse:
    """The newest posts and questions, and what was taken down."""
    programme = _programme(request, slug)
    posts = Story.objects.standing().filter(role_model__programme=programme)
    questions = Asked.objects.standing().filter(role_model__programme=programme).order_by("-asked_at")
    context = {
        "programme": programme,
        "models": RoleModel.objects.shown().filter(programme=programme).with_people(),
        "posts": posts.select_related("role_model__person")[:MOST],
        "questions": questions.select_related("role_model__person")[:MOST],
        "down": TakeDown.objects.filter(programme=programme).select_related("author")[:MOST],
    }
    return render(request, "stories/shown.html", context)


@for_a_person
@require_POST
def taking_down(request: Visit, slug: str) -> HttpResponse:
    """Take one thing down, or let it be seen again."""
    programme, said = _programme(request, slug), request.POST.get("subject", "")
    if lifted := TakeDown.objects.filter(programme=programme, subject=_id(said)).first():
        attempt(request, lambda: lifted.lift(by=request.person), _("It may be seen again."))
        return redirect("stories:shown", slug)
    found = _found(programme, _id(said))
    if found is None:
        messages.warning(request, _("This is not there any more. Nothing was changed."))
        return redirect("stories:shown", slug)
    subject, author = found
    attempt(
        request,
        lambda: TakeDown.of(
            subject,
            author=author,
            programme=programme,
            by=request.person,
            reason=request.POST.get("reason", ""),
        ),
        _("Taken down. The author reads your reason."),
    )
    return redirect("stories:shown", slug)


def _programme(request: Visit, slug: str) -> Programme:
    found: Programme = get_object_or_404(Programme.objects.visible_to(request.person), slug=slug)
    return found


def _id(said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError:
        return UUID(int=0)


def _found(programme: Programme, subject: UUID) -> tuple[Any, Person] | None:
    """What is meant, among everything of this programme, and whose it is."""
    model = RoleModel.objects.filter(programme=programme, pk=subject).select_related("person").first()
    if model:
        return model, model.person
    of_models = {"role_model__programme": programme, "pk": subject}
    story = Story.objects.filter(**of_models).select_related("role_model__person").first()
    if story:
        return story, story.role_model.person
    asked = Asked.objects.filter(**of_models).select_related("asker").first()
    return (asked, asked.asker) if asked else None
