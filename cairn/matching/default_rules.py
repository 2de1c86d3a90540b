"""Rules for a programme that has set none: derived from its format and from what its people have, so that a
first round needs no decision.

A format says how much goals, deeper likeness, jobs, time, preferences and distance count. Each source of the
programme speaks for one of these, and the sources of one share its weight. A source nobody filled in gets no
rule, and a gate nobody could pass for want of data is off; the Lab says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from cairn.matching.cells import QUESTION
from cairn.matching.rulebook import EACH_MONTH, KINDS_OF_QUESTION, MOST, Criterion, Gates, Rulebook
from cairn.people.free_hour import FreeHour
from cairn.people.person import Person
from cairn.people.skill_claim import SkillClaim
from cairn.programmes.enrolment import Clearance
from cairn.questions.question import Question

if TYPE_CHECKING:
    from cairn.programmes.format import Format
    from cairn.programmes.programme import Programme

#: What a kind of question speaks for, unless its code says so: what guides people is deep, a choice is taste.
SPEAKS_FOR = {"choice": "pref", "choices": "deep", "number": "deep", "scale": "deep", "text": "goal"}
#: Codes of questions that speak for something else than their kind, and are then told apart by difference.
CODES = {"department": "dist", "function": "dist", "site": "dist", "jobs": "jobs"}
#: The heaviest source of a format stands here on the slider; skills are most of what a goal is.
HEAVIEST, SKILLS_OF_GOAL = 8, 0.7
WAITING = 1


class Source(NamedTuple):
    """Something the programme knows, what of a format it speaks for, and its share beside its likes."""

    criterion: Criterion
    speaks_for: str
    share: float = 1.0


def default_rules(programme: Programme, kind: Format) -> Rulebook:
    """A rulebook out of what is there; a handful of queries, however many people."""
    sides = (programme.mentors(), programme.mentees())
    people = [side.values("person") for side in sides]
    has_hours = all(FreeHour.objects.filter(person__in=each).exists() for each in people)
    speaks = all(Person.objects.filter(pk__in=each).exclude(languages=[]).exists() for each in people)
    tells_hours = programme.mentors().filter(hours_a_month__isnull=False).exists()
    found = list(_weighed(kind, list(_sources(programme, kind, people=people, has_hours=has_hours))))
    gates = Gates(
        language=speaks and kind.gates.language,
        hours=kind.gates.hours if has_hours else 0,
        monthly=EACH_MONTH if tells_hours and not kind.group.is_circle else 0,
        line=kind.gates.line,
        training=_is_trained(programme, kind),
    )
    found.append(Criterion("waiting", "waiting", "waiting", WAITING))
    return Rulebook(tuple(found), gates, format=kind.id)


def _sources(programme: Programme, kind: Format, *, people: list[Any], has_hours: bool) -> Iterator[Source]:
    sides = (programme.mentors(), programme.mentees())
    if all(SkillClaim.objects.filter(person__in=each).exists() for each in people):
        yield Source(_of_skills(kind), "goal", SKILLS_OF_GOAL)
    if has_hours:
        yield Source(Criterion("hours", "hours", "hours"), "time")
    if all(side.exclude(goal="").exists() for side in sides):
        yield Source(Criterion("goal", "text", "goal"), "goal", 1 - SKILLS_OF_GOAL)
    if programme.question_set_id is not None:
        asked = Question.objects.filter(question_set=programme.question_set_id)
        yield from map(_of_question, asked.order_by("position", "id"))


def _of_skills(kind: Format) -> Criterion:
    """What one wants and the other offers; where both teach and learn, it has to hold in both directions."""
    if kind.direction != "both":
        return Criterion("skills", "skills", "skills")
    options = {"floor": kind.gates.both_ways} if kind.gates.both_ways else {}
    return Criterion("swap", "swap", "swap", must=True, options=options)


def _of_question(question: Question) -> Source:
    kinds = KINDS_OF_QUESTION[question.kind]
    speaks_for = CODES.get(question.code, SPEAKS_FOR[question.kind])
    kind = "different" if speaks_for == "dist" and "different" in kinds else kinds[0]
    code = QUESTION + question.code
    return Source(Criterion(id=code, kind=kind, source=code), speaks_for)


def _weighed(kind: Format, sources: list[Source]) -> Iterator[Criterion]:
    """Each source with a whole weight; one whose part counts nothing in this format gets no rule."""
    scale = HEAVIEST / max(kind.weights.values())
    for criterion, speaks_for, share in sources:
        of_all = sum(each.share for each in sources if each.speaks_for == speaks_for)
        weight = kind.weights[speaks_for] * scale * share / of_all
        if weight:
            yield _with_weight(criterion, max(1, min(MOST, round(weight))))


def _with_weight(criterion: Criterion, weight: int) -> Criterion:
    return replace(criterion, weight=weight)


def _is_trained(programme: Programme, kind: Format) -> bool:
    """Whether training can be asked for: somebody on each side that needs it has done it."""
    done = Clearance.objects.filter(enrolment__programme=programme, kind="training")
    trained = set(done.values_list("enrolment__side", flat=True).distinct())
    return bool(kind.gates.training) and set(kind.gates.training) <= trained
