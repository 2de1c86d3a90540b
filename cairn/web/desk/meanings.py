"""What a column of a file can be, in words: the choices of the second step of an import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from cairn.intake.column import DIMENSIONS, GROUP, IGNORE, QUESTION_KINDS, NotAChoice
from cairn.questions.question import Question

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cairn.intake.upload import Upload
    from cairn.programmes.programme import Programme

Choices = list[tuple[str, str]]
FIELD = "column-"


@dataclass(frozen=True, slots=True)
class Shown:
    """One column with a few of its cells, its choice, and all it could be."""

    index: int
    heading: str
    sample: str
    choice: str
    is_sure: bool
    choices: list[tuple[str, Choices]]


def columns_shown(
    upload: Upload, *, samples: Mapping[int, Sequence[str]], chosen: Mapping[int, str]
) -> list[Shown]:
    """The columns of a file; `chosen` is what somebody has just typed, which must not be lost."""
    choices = grouped(questions_of(upload.programme))
    return [
        Shown(
            index=column.index,
            heading=column.heading,
            sample="; ".join(samples.get(column.index, ()))[:120],
            choice=chosen.get(column.index, column.choice),
            is_sure=column.how != "content",
            choices=choices,
        )
        for column in upload.the_columns()
    ]


def choices_in(said: Mapping[str, str]) -> dict[int, str]:
    """The choices a form sends, by index of the column."""
    return {
        int(name.removeprefix(FIELD)): value
        for name, value in said.items()
        if name.startswith(FIELD) and name.removeprefix(FIELD).isdecimal()
    }


def questions_of(programme: Programme) -> dict[str, str]:
    """Labels by code of what the programme asks."""
    if programme.question_set_id is None:
        return {}
    asked = Question.objects.filter(question_set=programme.question_set_id).order_by("position", "id")
    return dict(asked.values_list("code", "label"))


def refusal(fault: NotAChoice) -> str:
    """Why the choices cannot stand."""
    if fault.code == "twice":
        return _("“%(column)s” is the second column of its kind. Leave one of the two out.") % {
            "column": fault.heading
        }
    return _("“%(column)s” cannot be that. Choose again; the other choices are kept.") % {
        "column": fault.heading
    }


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
        ("hours_a_month", _("Hours a month for mentoring")),
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
    names = group_names()
    return [
        (f"{GROUP}:{dimension}", _("%(group)s, for fairness only") % {"group": names[dimension]})
        for dimension in DIMENSIONS
    ]


def group_names() -> dict[str, str]:
    """What each dimension of group membership is called."""
    return {
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
