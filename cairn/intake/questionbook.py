"""The questions a file answers: those the programme asks already, and those its columns bring with them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from cairn.intake.cells.cleaning import folded
from cairn.intake.column import QUESTION, Column
from cairn.intake.draft import Draft
from cairn.programmes.programme import Programme
from cairn.questions.question import WITH_OPTIONS, Option, Question, QuestionSet, code_for


@dataclass(slots=True)
class Page:
    """One question and its options by folded label; `fresh` options are not saved yet."""

    question: Question
    is_fresh: bool
    options: dict[str, Option] = field(default_factory=dict)
    fresh: list[Option] = field(default_factory=list)


class QuestionBook:
    """Turns what people wrote into codes, planning new questions and options on the way; `save` makes
    them.
    """

    def __init__(self, programme: Programme, columns: Sequence[Column]) -> None:
        """Read the programme's questions with their options: two queries."""
        self._programme = programme
        self._set = programme.question_set or QuestionSet(
            organisation_id=programme.organisation_id, name=programme.name
        )
        asked = list(Question.objects.filter(question_set=self._set).prefetch_related("options"))
        self._asked = {question.code: question for question in asked}
        self.pages: dict[int, Page] = {}
        for column in columns:
            if column.meaning == QUESTION:
                self.pages[column.index] = self._page(column)

    def _page(self, column: Column) -> Page:
        state, _, rest = column.detail.partition(":")
        known = self._asked.get(rest) if state == "known" else self._same(column.heading, rest)
        if known:
            return Page(known, False, {folded(option.label): option for option in known.options.all()})
        code = code_for(column.heading, taken=self._asked)
        question = Question(
            organisation_id=self._programme.organisation_id, question_set=self._set, code=code, kind=rest,
            label=column.heading[:200] or code, position=len(self._asked),
        )  # fmt: skip
        self._asked[code] = question
        return Page(question, True)

    def _same(self, label: str, kind: str) -> Question | None:
        """The question that was asked already in the same words and the same way."""
        same = (q for q in self._asked.values() if q.kind == kind and folded(q.label) == folded(label))
        return next(same, None)

    def code(self, draft: Draft) -> None:
        """Put a draft's answers on it by question id, as they will be kept."""
        draft.coded = {
            self.pages[index].question.pk: self._coded(self.pages[index], value)
            for index, value in draft.answers.items()
        }

    def _coded(self, page: Page, value: Any) -> Any:
        if page.question.kind not in WITH_OPTIONS:
            return value
        if isinstance(value, list):
            return list(dict.fromkeys(self._option(page, label).code for label in value))
        return self._option(page, value).code

    def _option(self, page: Page, label: str) -> Option:
        """The option with this label, whatever its case and accents; a new one where there is none."""
        alike = folded(label)
        if alike not in page.options:
            taken = {option.code for option in page.options.values()}
            option = Option(
                organisation_id=self._programme.organisation_id, question=page.question, label=label,
                code=code_for(label, taken=taken), position=len(page.options),
            )  # fmt: skip
            page.options[alike] = option
            page.fresh.append(option)
        return page.options[alike]

    def fresh_labels(self) -> dict[str, list[str]]:
        """New options by question, for the report."""
        return {
            page.question.label: [option.label for option in page.fresh]
            for page in self.pages.values()
            if page.fresh
        }

    def save(self) -> None:
        """Make the set, the questions and the options that are new."""
        if not self.pages:
            return
        if self._programme.question_set_id is None:
            self._set.save(force_insert=True)
            self._programme.question_set = self._set
            self._programme.save(update_fields=("question_set",))
        Question.objects.bulk_create([page.question for page in self.pages.values() if page.is_fresh])
        Option.objects.bulk_create([option for page in self.pages.values() for option in page.fresh])
