"""The decisions of a programme: what waits, why, and the one thing to do. Never why a person said no."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.intake.upload import Upload
from cairn.matching.to_do import State, state_of
from cairn.programmes.coordination import Coordination
from cairn.web.desk.decision import Decision
from cairn.web.desk.rescues import rescues_in

if TYPE_CHECKING:
    from cairn.people.person import Person
    from cairn.programmes.programme import Programme


UNFINISHED = ("read", "checking", "checked", "bringing")


def decisions_in(programme: Programme, *, person: Person) -> dict[str, Any]:
    """The list, and the figures beside it."""
    state = state_of(programme)
    unfinished = (
        Upload.objects.visible_to(person)
        .filter(programme=programme, state__in=UNFINISHED)
        .select_related("file")
    )
    matching = [*_uploads(programme, unfinished), *_matching(programme, state)]
    decisions = [*rescues_in(programme, person=person), *matching, *_alone(programme)]
    return {"decisions": decisions, "state": state, "decided": not decisions}


def _uploads(programme: Programme, uploads: Any) -> Iterator[Decision]:
    for upload in uploads:
        yield Decision(
            "file-clock",
            _("%(file)s is not brought in yet") % {"file": upload.name},
            _("You can go on where you stopped. Nothing of it has been saved."),
            _("Go on"),
            reverse("desk:upload", args=[programme.slug, upload.pk]),
        )


def _matching(programme: Programme, state: State) -> Iterator[Decision]:
    step = {"bring": _bring, "look": _look, "wait": _wait, "review": _review, "match": _match}.get(
        state.next_step
    )
    if step:
        yield step(programme, state)
    if state.waiting > state.places and state.mentors:
        yield _short(programme, state)


def _bring(programme: Programme, state: State) -> Decision:
    missing = _("mentors") if state.mentees else _("mentees") if state.mentors else _("mentors and mentees")
    return Decision(
        "users-round",
        _("Bring your people"),
        _("%(who)s are still missing. Drop a file, check it, then all come in together.")
        % {"who": missing.capitalize()},
        _("Bring your people"),
        reverse("desk:intake", args=[programme.slug]),
    )


def _look(programme: Programme, state: State) -> Decision:
    return Decision(
        "hourglass",
        _("A run is being made"),
        _("It goes on by itself; look how far it is."),
        _("Look"),
        reverse("desk:making", args=[programme.slug, state.making.pk if state.making else ""]),
    )


def _wait(programme: Programme, state: State) -> Decision:
    leaving = state.leaving
    at = date_format(localtime(leaving.leaves_at), "TIME_FORMAT") if leaving else ""
    return Decision(
        "send",
        _("Pairs leave at %(time)s") % {"time": at},
        _("Until then you can take all of it back, and nobody will know."),
        _("Look, or take it back"),
        reverse("desk:publication", args=[programme.slug]),
        _("leaving"),
    )


def _review(programme: Programme, state: State) -> Decision:
    run = state.latest_run
    number = run.number if run else 0
    return Decision(
        "scale",
        _("Run %(number)s is not published") % {"number": number},
        _("Read its pairs, change what you know better, then publish. Nothing has been sent."),
        _("Review the pairs"),
        reverse("desk:review", args=[programme.slug, number]),
        _("not sent"),
    )


def _match(programme: Programme, state: State) -> Decision:
    return Decision(
        "waypoints",
        ngettext("%(n)s mentee waits for a mentor", "%(n)s mentees wait for a mentor", state.waiting)
        % {"n": state.waiting},
        ngettext(
            "%(n)s place is free. Try the rules and see who fits.",
            "%(n)s places are free. Try the rules and see who fits.",
            state.places,
        )
        % {"n": state.places},
        _("Open the Match Lab"),
        reverse("desk:lab", args=[programme.slug]),
    )


def _short(programme: Programme, state: State) -> Decision:
    short = state.waiting - state.places
    return Decision(
        "sprout",
        ngettext("%(n)s place is missing", "%(n)s places are missing", short) % {"n": short},
        _("More mentees wait than mentors have room for. The Lab shows which skills are short."),
        _("See what is short"),
        reverse("desk:lab", args=[programme.slug]),
        _("shortage"),
    )


def _alone(programme: Programme) -> Iterator[Decision]:
    """Two see more than one, and one may fall ill."""
    if Coordination.objects.filter(programme=programme).count() == 1:
        yield Decision(
            "users-round",
            _("Name a second coordinator"),
            _("So that nobody waits when you are away. They see what you see."),
            _("Open the settings"),
            reverse("desk:settings", args=[programme.slug]),
        )
