"""The questions of a first programme: where people work, and what guides them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cairn.questions.question import CHOICE, CHOICES, Option, Question, QuestionSet

if TYPE_CHECKING:
    from cairn.accounts.organisation import Organisation

DEPARTMENTS = ("Engineering", "Product", "Research", "Operations", "Sales", "Finance", "People")
VALUES = ("Craft", "Candour", "Curiosity", "Courage", "Care", "Calm")


def first_questions(organisation: Organisation) -> tuple[QuestionSet, dict[str, Question]]:
    """The set and its questions by code; option codes are the labels in lower case."""
    asked: QuestionSet = QuestionSet.objects.create(organisation=organisation, name="First questions")
    questions = {
        "department": _question(asked, "department", "Department", CHOICE, DEPARTMENTS),
        "values": _question(asked, "values", "What guides you", CHOICES, VALUES),
    }
    return asked, questions


def _question(asked: QuestionSet, code: str, label: str, kind: str, options: tuple[str, ...]) -> Question:
    made: Question = Question.objects.create(
        organisation_id=asked.organisation_id,
        question_set=asked,
        code=code,
        label=label,
        kind=kind,
        position=asked.questions.count(),
    )
    Option.objects.bulk_create(
        Option(
            organisation_id=asked.organisation_id,
            question=made,
            code=each.lower(),
            label=each,
            position=place,
        )
        for place, each in enumerate(options)
    )
    return made
