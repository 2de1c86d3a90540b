"""What one is asked: everything that waits on one screen, twenty seconds each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cairn.care.answered import MOST_LETTERS
from cairn.care.asking import Asking
from cairn.care.instrument import ACTION, BOOKING
from cairn.care.refusal import Refused
from cairn.kernel import clock
from cairn.mentorships.action import Action
from cairn.mentorships.goal import Goal
from cairn.mentorships.refusal import Refused as NotPossible
from cairn.web.shell.visiting import Visit, for_a_person

if TYPE_CHECKING:
    from cairn.people.person import Person


@for_a_person
@require_safe
def checks(request: Visit) -> HttpResponse:
    """The first that waits, at once; or a kind word that none does."""
    waiting = _waiting(request.person).first()
    if waiting is not None:
        return redirect("caring:check", asking_id=waiting.pk)
    return render(request, "caring/no_checks.html")


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: Visit, asking_id: UUID) -> HttpResponse:
    """One screen, one button; then the next that waits."""
    asking = _asking(request.person, asking_id)
    if request.method == "POST":
        try:
            asking.answer(request.person, request.POST, remark=request.POST.get("remark", ""))
            _set_step(asking, request.person, request.POST.get("step", ""))
        except (Refused, NotPossible) as refused:
            messages.warning(request, str(refused))
            return render(request, "caring/check.html", _shown(request, asking), status=409)
        messages.success(request, _("Thank you. Your answers stay with you."))
        return redirect("caring:checks")
    return render(request, "caring/check.html", _shown(request, asking))


@for_a_person
@require_POST
def skipping(request: Visit, asking_id: UUID) -> HttpResponse:
    """Not this time."""
    try:
        _asking(request.person, asking_id).skip(request.person)
    except Refused as refused:
        messages.warning(request, str(refused))
    return redirect("caring:checks")


def _asking(person: Person, asking_id: UUID) -> Asking:
    mine = Asking.objects.visible_to(person).select_related("mentorship", "meeting")
    found: Asking = get_object_or_404(mine, pk=asking_id)
    return found


def _waiting(person: Person) -> Any:
    return Asking.objects.visible_to(person).waiting(clock.now())


def _shown(request: Visit, asking: Asking) -> dict[str, object]:
    """The questions, with what was chosen before; and whom it is about."""
    nature = asking.nature
    chosen = {item.id: request.POST.get(item.id, "") for item in nature.numbers()}
    return {
        "asking": asking,
        "nature": nature,
        "items": [(item, item.steps(), chosen[item.id]) for item in nature.numbers()],
        "others": asking.mentorship.others(request.person),
        "goal": _goal(asking, request.person),
        "asks_step": nature.asks(ACTION) and _no_step(asking, request.person),
        "step": request.POST.get("step", ""),
        "asks_booking": nature.asks(BOOKING),
        "remark": request.POST.get("remark", ""),
        "most": MOST_LETTERS,
        "left": _waiting(request.person).exclude(pk=asking.pk).count(),
    }


def _goal(asking: Asking, person: Person) -> Goal | None:
    if asking.about is None:
        return None
    found: Goal | None = Goal.objects.visible_to(person).filter(pk=asking.about).first()
    return found


def _no_step(asking: Asking, person: Person) -> bool:
    """Nothing is planned yet; who has a step is not asked for another."""
    mine = Action.objects.open().filter(mentorship=asking.mentorship, owner=person)
    return asking.mentorship.has("goals") and not mine.exists()


def _set_step(asking: Asking, person: Person, words: str) -> None:
    if words.strip() and _no_step(asking, person):
        Action.set(asking.mentorship, owner=person, then=words)
