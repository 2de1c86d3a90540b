"""Fetching what one may see, and doing what may be refused."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404

from cairn.meetings.refusal import Refused as NotBooked
from cairn.mentorships.refusal import Refused as NotBegun
from cairn.programmes.enrolment import MENTOR, Enrolment
from cairn.stories.asked import Asked
from cairn.stories.offering import place_of, programmes_of
from cairn.stories.refusal import Refused
from cairn.stories.role_model import RoleModel
from cairn.web.shell.visiting import Visit

PATH = "path"


def role_model_for(request: Visit, role_model_id: UUID) -> RoleModel:
    """A path this person may read, or nothing there."""
    seen = RoleModel.objects.visible_to(request.person).with_people()
    found: RoleModel = get_object_or_404(seen, pk=role_model_id)
    return found


def asked_for(request: Visit, asked_id: UUID) -> Asked:
    """A question this person may read, or nothing there."""
    seen = Asked.objects.visible_to(request.person).select_related("role_model__programme", "asker")
    found: Asked = get_object_or_404(seen, pk=asked_id)
    return found


def own_place(request: Visit) -> Enrolment:
    """Where this person mentors and paths are shown, or nothing there."""
    for programme, kind in programmes_of(request.person, PATH).values():
        place = place_of(programme, request.person, side=MENTOR)
        if place and place.side == MENTOR and place.takes_part_in(kind.id):
            return place
    raise Http404


def own_path(request: Visit) -> RoleModel | None:
    """One's own path, once it was begun."""
    place = own_place(request)
    found: RoleModel | None = (
        RoleModel.objects.with_people().filter(programme=place.programme, person=request.person).first()
    )
    return found


def begun_path(request: Visit) -> RoleModel:
    """One's own path, begun with the first word."""
    return RoleModel.become(own_place(request))


def attempt(request: Visit, act: Callable[[], object], done: str) -> bool:
    """Do it and say so, or say why not; True where it was done."""
    try:
        act()
    except (Refused, NotBooked, NotBegun) as refused:
        messages.warning(request, str(refused))
        return False
    messages.success(request, done)
    return True
