"""What a column of a file can be, in words: the choices of the second step of an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from cairn.intake.column import DIMENSIONS, GROUP, IGNORE, QUESTION_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

Choices = list[tuple[str, str]]


def grouped(questions: Mapping[str, str]) -> list[tuple[str, Choices]]:
    """(heading, choices); `questions` are labels by code, asked in this programme already."""
    known = [(f"question:known:{code}", label) for code, label in questions.items()]
    return [
        ("", [(IGNORE, _("Leave it out"))]),
        (_("The person"), _person()),
        (_("For matching"), _matching()),
        (_("Questions of this programme"), known + _questions()),
        (_("Fairness only"), _groups()),
    ]


def labels(questions: Mapping[str, str]) -> dict[str, str]:
    """The words of every choice."""
    return {value: label for _heading, choices in grouped(questions) for value, label in choices}


def _person() -> Choices:
    return [
        ("name", _("Name")),
        ("given_name", _("Given name")),
        ("family_name", _("Family name")),
        ("email", _("E-mail")),
        ("external_id", _("Number in your own list")),
        ("pronouns", _("Pronouns")),
        ("pronunciation", _("How to say the name")),
        ("headline", _("What they do")),
        ("manager", _("Reports to (never with)")),
        ("arrived", _("Waiting since")),
    ]


def _matching() -> Choices:
    return [
        ("offered", _("Skills offered")),
        ("wanted", _("Skills wanted")),
        ("level", _("Level")),
        ("goal", _("Goal, in words")),
        ("languages", _("Languages")),
        ("zone", _("Time zone or city")),
        ("hours", _("Free hours")),
        ("async_ok", _("Happy to write instead of meeting")),
        ("capacity", _("How many at once")),
    ]


def _questions() -> Choices:
    kinds = {
        "choice": _("A new question: one answer"),
        "choices": _("A new question: several answers"),
        "number": _("A new question: a number"),
        "text": _("A new question: free text"),
    }
    return [(f"question:new:{kind}", kinds[kind]) for kind in QUESTION_KINDS]


def _groups() -> Choices:
    names = {
        "gender": _("Gender"),
        "ethnicity": _("Ethnicity"),
        "disability": _("Disability"),
        "age": _("Age"),
        "religion": _("Religion"),
        "orientation": _("Sexual orientation"),
        "caring": _("Caring for somebody"),
        "first_generation": _("First of the family to study"),
        "migration": _("Migration"),
        "other": _("Another group"),
    }
    return [(f"{GROUP}:{dimension}", names[dimension]) for dimension in DIMENSIONS]
