"""From rows to the engine's input: a constant number of queries, whatever the number of people.

A mentor takes part with the places that are still free; a mentee who is already proposed to somebody, or a
pair, waits for no round. A circle takes one place of who leads it. Only who takes part in the format is here.
Blocks, exclusions, earlier proposals and pairs become excluded pairs. Whose boss is
whose comes along as far as the reporting-line gate looks, also through managers who are in no programme.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from cairn.kernel import clock
from cairn.matching import cells
from cairn.matching.exclusion import Exclusion
from cairn.matching.inputs import MONTHLY, PARTNERS, Inputs, Row
from cairn.matching.proposal import Proposal
from cairn.mentorships.load import load_of, partners_around
from cairn.people.block import blocks_among
from cairn.people.free_hour import hours_for
from cairn.people.person import Person
from cairn.people.skill_claim import OFFERED, WANTED, skills_for
from cairn.programmes.enrolment import MENTOR, Clearance, Enrolment
from cairn.questions.answer import answers_for
from cairn.questions.question import Question

if TYPE_CHECKING:
    from cairn.mentorships.load import Load
    from cairn.people.free_hour import FreeHour
    from cairn.people.skill_claim import SkillClaim
    from cairn.programmes.format import Format
    from cairn.programmes.programme import Programme

#: How far up a reporting line is followed at least; a format may look further.
LEVELS = 2


@dataclass(frozen=True)
class Seen:
    """Who an engine id is: what a page needs to name and to link them."""

    enrolment: UUID
    person: UUID
    name: str
    side: str
    capacity: int
    used: int


@dataclass(frozen=True)
class Gathered:
    """One programme's people as the engine sees them, and who they are. Keys are (side, person id)."""

    inputs: Inputs
    seen: Mapping[tuple[str, str], Seen]


@dataclass(frozen=True)
class _Facts:
    """What the bulk readers found, each by person or enrolment id."""

    load: Mapping[UUID, Load]
    skills: Mapping[UUID, list[SkillClaim]]
    hours: Mapping[UUID, list[FreeHour]]
    answers: Mapping[UUID, Mapping[str, Any]]
    kinds: Mapping[str, str]
    trained: frozenset[UUID]
    kind: Format


def gather(programme: Programme, kind: Format | None = None) -> Gathered:
    """Everybody of the programme who can still be matched in a format, its first with rounds unless named."""
    mentors, mentees = programme.mentors().select_related("person"), programme.mentees()
    kind = kind or programme.format_of_rounds()
    return gathered(programme, kind, mentors=mentors, mentees=mentees.select_related("person"))


def gathered(
    programme: Programme, kind: Format, *, mentors: Iterable[Enrolment], mentees: Iterable[Enrolment]
) -> Gathered:
    """The same for enrolments already at hand (with their persons)."""
    mentors = cleared([one for one in mentors if one.takes_part_in(kind.id)], kind)
    mentees = [one for one in mentees if one.takes_part_in(kind.id)]
    everybody = [*mentors, *mentees]
    facts = _facts(programme, everybody, kind)
    waiting = [one for one in mentees if facts.load[one.pk].total < one.capacity]
    present = [*mentors, *waiting]
    return Gathered(
        inputs=Inputs(
            mentors=tuple(_row(one, facts) for one in mentors),
            mentees=tuple(_row(one, facts) for one in waiting),
            as_of=clock.today().isoformat(),
            excluded=_excluded(programme, present),
            reports_to=_reporting_lines(present, levels=max(LEVELS, kind.gates.line)),
        ),
        seen={(one.side, str(one.person_id)): _seen(one, facts.load[one.pk]) for one in present},
    )


def cleared(mentors: list[Enrolment], kind: Format) -> list[Enrolment]:
    """Those who hold every clearance the format asks of a mentor."""
    for needed in kind.gates.clearances:
        holding = Clearance.objects.filter(enrolment__in=mentors, kind=needed)
        current = holding.exclude(until__lte=clock.now()).values_list("enrolment_id", flat=True)
        held = set(current)
        mentors = [one for one in mentors if one.pk in held]
    return mentors


def _facts(programme: Programme, enrolments: list[Enrolment], kind: Format) -> _Facts:
    people = list({one.person_id for one in enrolments})
    asked = Question.objects.filter(question_set=programme.question_set_id).values_list("code", "kind")
    trained = Clearance.objects.filter(enrolment__programme=programme, kind="training")
    return _Facts(
        load=load_of(enrolments),
        skills=skills_for(people),
        hours=hours_for(people),
        answers=answers_for(people, question_set=programme.question_set_id),
        kinds=dict(asked) if programme.question_set_id else {},
        trained=frozenset(trained.values_list("enrolment_id", flat=True)),
        kind=kind,
    )


def _row(one: Enrolment, facts: _Facts) -> Row:
    free = max(0, one.capacity - facts.load[one.pk].total)
    around = facts.kind.group.max if facts.kind.group.is_circle else 1
    return Row(
        id=str(one.person_id),
        cells={**_of_skills(one, facts), **_of_person(one, facts), **_of_time(one, facts)},
        capacity=free * around if one.side == MENTOR else 1,
        arrived=one.arrived_at.isoformat(),
    )


def _of_skills(one: Enrolment, facts: _Facts) -> dict[str, str]:
    """What this side brings to the pair; where both give and take, the way back stands beside it."""
    claims = facts.skills.get(one.person_id, [])
    offers = cells.offered(claim for claim in claims if claim.side == OFFERED)
    wishes = [claim for claim in claims if claim.side == WANTED]
    both = facts.kind.direction == "both"
    if one.side == MENTOR:
        back = {"wants": cells.wanted(wishes)} if both else {}
        return cells.filled({"skills": offers, **back})
    back = {"offers": offers} if both else {}
    return cells.filled({"skills": cells.wanted(wishes), "level": cells.level_of(wishes, one.level), **back})


def _of_person(one: Enrolment, facts: _Facts) -> dict[str, str]:
    own = {
        "hours": cells.hours(facts.hours.get(one.person_id, ())),
        "goal": one.goal,
        "training": "yes" if one.pk in facts.trained or one.side not in facts.kind.gates.training else "no",
    }
    answers = cells.answer_cells(facts.answers.get(one.person_id, {}), facts.kinds)
    return {**cells.profile_cells(one.person), **cells.filled(own), **answers}


def _of_time(one: Enrolment, facts: _Facts) -> dict[str, str]:
    """A mentor's hours a month, and how many partners they are shared with already."""
    if one.side != MENTOR or one.hours_a_month is None:
        return {}
    return {MONTHLY: f"{one.hours_a_month:g}", PARTNERS: str(facts.load[one.pk].total)}


def _excluded(programme: Programme, enrolments: list[Enrolment]) -> frozenset[tuple[str, str]]:
    mentors = {str(one.person_id) for one in enrolments if one.side == MENTOR}
    mentees = {str(one.person_id) for one in enrolments if one.side != MENTOR}
    blocked = blocks_among([one.person_id for one in enrolments])
    met = {(str(mentee), str(mentor)) for mentee, mentor in {*blocked, *partners_around(programme)}}
    oneself = {(person, person) for person in mentors & mentees}
    never = met | oneself | Exclusion.objects.pairs(programme) | Proposal.objects.pairs(programme)
    return frozenset((mentee, mentor) for mentee, mentor in never if mentee in mentees and mentor in mentors)


def _reporting_lines(enrolments: list[Enrolment], *, levels: int) -> dict[str, str]:
    """Person → manager, for everybody here and for managers above them who are not."""
    lines = {one.person_id: one.person.manager_id for one in enrolments if one.person.manager_id}
    for _ in range(levels):
        above = {manager for manager in lines.values() if manager not in lines}
        further = Person.objects.filter(pk__in=above, manager__isnull=False).values_list("pk", "manager_id")
        lines.update(further)
    return {str(person): str(manager) for person, manager in lines.items()}


def _seen(one: Enrolment, load: Load) -> Seen:
    return Seen(
        enrolment=one.pk,
        person=one.person_id,
        name=one.person.name,
        side=one.side,
        capacity=one.capacity,
        used=load.total,
    )
