"""Rules for a programme that has set none: derived from what its people have, so that a first round needs no
decision.

Weights follow the one-to-one format: goals and skills most, then free time, then what both chose. A source
nobody filled in gets no rule, and a gate nobody could pass for want of data is off; the Lab says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cairn.matching.cells import QUESTION
from cairn.matching.rulebook import EACH_MONTH, KINDS_OF_QUESTION, Criterion, Gates, Rulebook
from cairn.people.free_hour import FreeHour
from cairn.people.person import Person
from cairn.people.skill_claim import SkillClaim
from cairn.questions.question import Question

if TYPE_CHECKING:
    from cairn.programmes.programme import Programme

SKILLS, HOURS, GOAL, WAITING = 8, 6, 3, 1
QUESTION_WEIGHTS = {"choice": 2, "choices": 4, "number": 2, "scale": 2, "text": 3}


def default_rules(programme: Programme) -> Rulebook:
    """A rulebook out of what is there; a handful of queries, however many people."""
    sides = (programme.mentors(), programme.mentees())
    people = [side.values("person") for side in sides]
    has_skills = all(SkillClaim.objects.filter(person__in=each).exists() for each in people)
    has_hours = all(FreeHour.objects.filter(person__in=each).exists() for each in people)
    speaks = all(Person.objects.filter(pk__in=each).exclude(languages=[]).exists() for each in people)
    goals = all(side.exclude(goal="").exists() for side in sides)
    found = [Criterion("skills", "skills", "skills", SKILLS)] if has_skills else []
    found += [Criterion("hours", "hours", "hours", HOURS)] if has_hours else []
    found += [Criterion("goal", "text", "goal", GOAL)] if goals else []
    found += _of_questions(programme)
    found.append(Criterion("waiting", "waiting", "waiting", WAITING))
    tells_hours = programme.mentors().filter(hours_a_month__isnull=False).exists()
    monthly = EACH_MONTH if tells_hours else 0
    return Rulebook(tuple(found), Gates(language=speaks, hours=60 if has_hours else 0, monthly=monthly))


def _of_questions(programme: Programme) -> list[Criterion]:
    if programme.question_set_id is None:
        return []
    asked = Question.objects.filter(question_set=programme.question_set_id).order_by("position", "id")
    return [
        Criterion(
            id=QUESTION + question.code,
            kind=KINDS_OF_QUESTION[question.kind][0],
            source=QUESTION + question.code,
            weight=QUESTION_WEIGHTS[question.kind],
        )
        for question in asked
    ]
