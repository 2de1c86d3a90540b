"""The one next step of a mentorship, for one of its people.

One query, whatever the number of mentorships; another where a format asks for the impact some days later.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from cairn.kernel import clock
from cairn.mentorships.action import Action
from cairn.mentorships.agreement import Agreement, Consent
from cairn.mentorships.change import Change
from cairn.mentorships.farewell import Farewell
from cairn.mentorships.goal import Goal
from cairn.mentorships.member import MENTEE, MENTOR, Member
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pause import Pause
from cairn.mentorships.pledge import Pledge
from cairn.mentorships.steps import CLOSED, CLOSING, DRAFT, DROPPED
from cairn.programmes.programme import ProgrammeSettings
from cairn.programmes.timers import SECTION, Timers

if TYPE_CHECKING:
    from cairn.people.person import Person

#: How long after an ending a goodbye is still asked for.
GOODBYE = timedelta(days=30)
#: An action is a next step from the day before it is due.
SOON = timedelta(days=1)

RESTS, FAREWELL, GO_ON, AGREE, PLEDGE, AGREE_GOAL, SET_GOAL, ACT, TELL = (
    "rests",
    "farewell",
    "go_on",
    "agree",
    "pledge",
    "agree_goal",
    "set_goal",
    "act",
    "tell",
)
#: What is read of each mentorship to know its next step.
FACTS = (
    "_side",
    "_rests",
    "_version",
    "_agreed",
    "_consented",
    "_pledged",
    "_draft",
    "_goal",
    "_due",
    "_told",
    "_farewell",
)
#: Nothing to do but wait for another, or meet.
WAIT, MEET, WALK, NOTHING = "wait", "meet", "walk", "nothing"


@dataclass(frozen=True, slots=True)
class NextStep:
    """`code` says what, `subject` the id of what it is about, where there is such a thing."""

    code: str
    subject: UUID | None = None


def next_step(mentorship: Mentorship, person: Person) -> NextStep:
    """One mentorship's."""
    return next_steps([mentorship], person)[mentorship.pk]


def with_next_steps(mentorships: QuerySet[Mentorship], person: Person) -> list[tuple[Mentorship, NextStep]]:
    """A queryset of mentorships this person is in, read once together with the next step of each."""
    found = list(_annotated(mentorships, person))
    later = _impact_days(each for each in found if each.met_at and each.has("impact_after"))
    return [(each, _first(each, vars(each), later)) for each in found]


def next_steps(mentorships: Iterable[Mentorship], person: Person) -> dict[UUID, NextStep]:
    """By mentorship id, for a person who is in them."""
    found = {each.pk: each for each in mentorships}
    rows = _annotated(Mentorship.objects.filter(pk__in=list(found)), person).values("pk", *FACTS)
    later = _impact_days(each for each in found.values() if each.met_at and each.has("impact_after"))
    return {row["pk"]: _first(found[row["pk"]], row, later) for row in rows}


def _impact_days(mentorships: Iterable[Mentorship]) -> dict[UUID, int]:
    """How long after a flash meeting one is asked what came of it, by programme."""
    programmes = {each.programme_id for each in mentorships}
    if not programmes:
        return {}
    versions = ProgrammeSettings.objects.filter(programme__in=programmes).order_by("programme", "version")
    newest = {each.programme_id: each.document for each in versions}
    return {each: Timers.parse(newest.get(each, {}).get(SECTION, {})).impact_days for each in programmes}


def _annotated(mentorships: QuerySet[Any], person: Person) -> QuerySet[Any]:
    of = {"mentorship": OuterRef("pk")}
    latest = Agreement.objects.filter(**of).order_by("-version")
    mine = Q(owner=person)
    drafts = Goal.objects.filter(state=DRAFT, shared=True, **of).exclude(mine).order_by("set_at")
    due = Action.objects.open().filter(mine, due_on__lte=clock.today(person.zone or "UTC") + SOON, **of)
    annotated: QuerySet[Any] = mentorships.annotate(
        _side=Subquery(Member.objects.filter(person=person, **of).values("side")[:1]),
        _rests=Exists(Pause.objects.standing().filter(**of)),
        _version=Subquery(latest.values("pk")[:1]),
        _agreed=Subquery(latest.values("agreed_at")[:1]),
        _consented=Exists(Consent.objects.filter(agreement=OuterRef("_version"), person=person)),
        _pledged=Exists(Pledge.objects.filter(person=person, **of)),
        _draft=Subquery(drafts.values("pk")[:1]),
        _goal=Exists(Goal.objects.filter(mine, **of).exclude(state=DROPPED)),
        _due=Subquery(due.order_by("due_on", "set_at").values("pk")[:1]),
        _told=Exists(Change.objects.filter(person=person, **of)),
        _farewell=Exists(Farewell.objects.filter(person=person, term=OuterRef("term"), **of)),
    )
    return annotated


def _first(mentorship: Mentorship, facts: dict[str, Any], later: dict[UUID, int]) -> NextStep:
    """The first that holds, in the order of what cannot wait."""
    if mentorship.state == CLOSED:
        return _after(mentorship, facts)
    if facts["_rests"]:
        return NextStep(RESTS)
    if mentorship.state == CLOSING:
        return NextStep(WAIT if facts["_farewell"] else FAREWELL)
    if mentorship.asked_at:
        return NextStep(GO_ON)
    working = _before_meeting(mentorship, facts) or _while_working(mentorship, facts)
    if working is None and facts["_side"] == MENTEE and not facts["_told"] and _may_tell(mentorship, later):
        return NextStep(TELL)
    # Who follows somebody walks alone: there is nobody to meet.
    return working or NextStep(WALK if mentorship.kind.relation == "follow" else MEET)


def _after(mentorship: Mentorship, facts: dict[str, Any]) -> NextStep:
    recent = mentorship.closed_at and clock.now() - mentorship.closed_at <= GOODBYE
    asked = recent and mentorship.has("closing") and not facts["_farewell"]
    return NextStep(FAREWELL if asked else NOTHING)


def _before_meeting(mentorship: Mentorship, facts: dict[str, Any]) -> NextStep | None:
    if facts["_version"] and not facts["_agreed"]:
        if not facts["_consented"]:
            return NextStep(AGREE, facts["_version"])
        if not mentorship.times_met:
            return NextStep(WAIT, facts["_version"])
    promises = mentorship.has("no_cancel_pledge") and facts["_side"] == MENTEE
    return NextStep(PLEDGE) if promises and not facts["_pledged"] else None


def _while_working(mentorship: Mentorship, facts: dict[str, Any]) -> NextStep | None:
    if facts["_draft"]:
        return NextStep(AGREE_GOAL, facts["_draft"])
    if facts["_due"]:
        return NextStep(ACT, facts["_due"])
    if mentorship.has("goals") and facts["_side"] != MENTOR and not facts["_goal"]:
        return NextStep(SET_GOAL)
    return None


def _may_tell(mentorship: Mentorship, later: dict[UUID, int]) -> bool:
    """Whether it is time to say what came of it: after the first meeting, or some days later where the format
    asks for the impact.
    """
    if mentorship.met_at is None:
        return False
    if mentorship.has("impact_after"):
        return clock.now() >= mentorship.met_at + timedelta(days=later[mentorship.programme_id])
    return mentorship.has("changes")
