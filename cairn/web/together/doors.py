"""The way in: a mentorship one takes part in, and what happens when an act is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.refusal import Refused
from cairn.people.person import Person
from cairn.vault.keys import keyring
from cairn.web.shell.bonds import bond_of
from cairn.web.shell.visiting import Visit

#: What a template is told; a function where words are read on the way.
Context = Mapping[str, Any] | Callable[[], Mapping[str, Any]]


def mentorship_for(person: Person, mentorship_id: UUID) -> Mentorship:
    """One that this person is in; no other exists for them, coordinators included."""
    mine = Mentorship.objects.visible_to(person).select_related("programme")
    found: Mentorship = get_object_or_404(mine.prefetch_related("members__person"), pk=mentorship_id)
    return found


def with_trait(person: Person, mentorship_id: UUID, trait: str) -> Mentorship:
    """The same, where its format has something; elsewhere the address does not exist."""
    mentorship = mentorship_for(person, mentorship_id)
    if not mentorship.has(trait):
        raise Http404
    return mentorship


def shown(
    request: Visit, template: str, mentorship: Mentorship, context: Context, *, status: int = 200
) -> HttpResponse:
    """A page about one mentorship, whose key is opened once for all its words."""
    with keyring([mentorship]):
        told = context() if callable(context) else context
        bond = bond_of(mentorship, request.person)
        return render(request, template, {"mentorship": mentorship, "bond": bond, **told}, status=status)


def attempt(request: Visit, act: Callable[[], object], *, said: str = "") -> bool:
    """Do it, and say that it was done, or why not."""
    try:
        act()
    except Refused as refused:
        messages.warning(request, str(refused))
        return False
    if said:
        messages.success(request, said)
    return True


def only_with(*traits: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """An act of some formats only: elsewhere nothing is done, and said so."""

    def guard(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: Visit, mentorship_id: UUID, **more: Any) -> HttpResponse:
            mentorship = mentorship_for(request.person, mentorship_id)
            if not any(mentorship.has(trait) for trait in traits):
                messages.warning(request, _("This is no part of how you work here. Nothing was changed."))
                return redirect("together:mentorship", mentorship_id)
            return view(request, mentorship_id, **more)

        return guarded

    return guard
