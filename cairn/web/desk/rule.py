"""A new rule: where it looks, what it wants, how much it weighs."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.matching.rulebook import KINDS_OF_QUESTION, MOST, PLAIN, Rulebook
from cairn.matching.words import words_of
from cairn.programmes.programme import Programme
from cairn.questions.question import Question

BETWEEN = "|"


class NewRule(forms.Form):
    """`source` carries where the rule looks and its kind, as `q:values|same`."""

    source = forms.ChoiceField(label=gettext_lazy("What to look at"))
    weight = forms.IntegerField(
        min_value=0,
        max_value=MOST,
        initial=3,
        label=gettext_lazy("How much it matters"),
        help_text=gettext_lazy("From 0, not at all, to 10. You can move it in the Lab."),
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].choices = sources(programme)  # type: ignore[attr-defined]  # a ChoiceField

    def added_to(self, book: Rulebook) -> Rulebook:
        """The rulebook with this rule in it."""
        source, _bar, kind = self.cleaned_data["source"].rpartition(BETWEEN)
        return book.with_criterion(source, kind=kind, weight=self.cleaned_data["weight"])


def sources(programme: Programme) -> list[tuple[str, str]]:
    """What a rule may look at: the fields everybody has, then the questions, each with what it can want."""
    words = words_of(programme)
    plain = [(f"{source}{BETWEEN}{kind}", words.of(source)) for source, kind in PLAIN.items()]
    asked = Question.objects.filter(question_set=programme.question_set_id).order_by("position", "id")
    return plain + [
        (f"q:{question.code}{BETWEEN}{kind}", f"{question.label}: {wants(kind)}")
        for question in (asked if programme.question_set_id else ())
        for kind in KINDS_OF_QUESTION[question.kind]
    ]


def wants(kind: str) -> str:
    """What a kind of rule asks of two answers."""
    return {
        "same": _("the same answer"),
        "different": _("different answers"),
        "values": _("answers in common"),
        "gap": _("the right step between them"),
        "text": _("close in meaning"),
    }[kind]
