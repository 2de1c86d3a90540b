"""The journey of a mentorship as stones: what lies behind, the one now, and what is ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cairn.mentorships.agreement import Agreement
from cairn.mentorships.change import Change
from cairn.mentorships.goal import Goal
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pledge import Pledge
from cairn.mentorships.steps import ACTIVE, ADJUSTED, AGREED, CLOSED, DONE, PARKED

if TYPE_CHECKING:
    from cairn.programmes.format import Format

BEHIND, NOW, AHEAD = "done", "now", "ahead"
#: A mentorship of fewer meetings has no halfway.
LONG = 4
LABELS = {
    "begun": _("You found each other"),
    "agreement": _("Agreed how to work"),
    "pledge": _("Promised to be there"),
    "first_meeting": _("First meeting"),
    "goal": _("A goal"),
    "halfway": _("Halfway"),
    "told": _("What came of it"),
    "farewell": _("Farewell"),
}
_SET_GOALS = (AGREED, ACTIVE, DONE, ADJUSTED, PARKED)


@dataclass(frozen=True, slots=True)
class Stone:
    """`state` is done, now or ahead."""

    name: str
    state: str

    @property
    def label(self) -> Promise:
        """What it is called."""
        return LABELS[self.name]


@dataclass(frozen=True, slots=True)
class Journey:
    """Stones in their order."""

    stones: tuple[Stone, ...]

    @property
    def now(self) -> Stone | None:
        """Where they stand; None when it is over."""
        return next((stone for stone in self.stones if stone.state == NOW), None)


def journey_of(mentorship: Mentorship) -> Journey:
    """One mentorship's."""
    return journeys_of([mentorship])[mentorship.pk]


def journeys_of(mentorships: Iterable[Mentorship]) -> dict[UUID, Journey]:
    """By mentorship id; one query whatever their number. The traits of a format say which there are."""
    found = {each.pk: each for each in mentorships}
    of = {"mentorship": OuterRef("pk")}
    rows = Mentorship.objects.filter(pk__in=list(found)).annotate(
        agreement=Exists(Agreement.objects.agreed().filter(**of)),
        pledge=Exists(Pledge.objects.filter(**of)),
        goal=Exists(Goal.objects.filter(state__in=_SET_GOALS, shared=True, **of)),
        told=Exists(Change.objects.filter(**of)),
    )
    flags = rows.values("pk", "agreement", "pledge", "goal", "told")
    return {row["pk"]: _journey(found[row["pk"]], row) for row in flags}


def _journey(mentorship: Mentorship, flags: dict[str, Any]) -> Journey:
    over = mentorship.state == CLOSED
    done = {
        **flags,
        "begun": True,
        "first_meeting": mentorship.times_met > 0,
        "halfway": mentorship.times_met * 2 >= mentorship.kind.sessions_target,
        "farewell": over,
    }
    stones: list[Stone] = []
    stood = over
    for name in _names(mentorship.kind):
        state = BEHIND if done[name] else AHEAD if stood else NOW
        stood = stood or state == NOW
        stones.append(Stone(name, state))
    return Journey(tuple(stones))


def _names(kind: Format) -> Iterator[str]:
    """The stones a format has, by its traits and its length."""
    yield "begun"
    if kind.has("agreement"):
        yield "agreement"
    if kind.has("no_cancel_pledge"):
        yield "pledge"
    yield "first_meeting"
    if kind.has("goals"):
        yield "goal"
    if kind.sessions_target >= LONG:
        yield "halfway"
    if kind.has("changes") or kind.has("impact_after"):
        yield "told"
    if kind.has("closing"):
        yield "farewell"
