"""Goals: one sentence first; levels, weight and confidence for those who want them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.mentorships.goal import MOST_WEIGHT
from cairn.mentorships.levels import HIGHEST, LOWEST, MOST_CONFIDENCE, MOST_LETTERS

LEVELS = tuple(range(LOWEST, HIGHEST + 1))
LEVEL_NAMES = {
    -2: _("Much less than hoped"),
    -1: _("Less than hoped"),
    0: _("As hoped"),
    1: _("More than hoped"),
    2: _("Much more than hoped"),
}
WEIGHT_NAMES = ((1, _("matters")), (2, _("matters much")), (MOST_WEIGHT, _("matters most")))


def _confidence(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=MOST_CONFIDENCE,
        help_text=_("0 is not at all, 10 is completely."),
    )


class GoalForm(forms.Form):
    """A new goal, or the one that takes another's place."""

    title = forms.CharField(
        label=_("What do you want to reach?"),
        help_text=_("A sentence, beginning with a verb."),
        max_length=MOST_LETTERS,
    )
    confidence = _confidence(_("How sure are you today that you will?"))
    weight = forms.TypedChoiceField(
        label=_("Among your goals it"), choices=WEIGHT_NAMES, coerce=int, initial=1, required=False
    )
    shared = forms.BooleanField(
        label=_("The others here may read it"),
        help_text=_("A private goal is read by nobody but you."),
        required=False,
        initial=True,
    )
    level_0 = forms.CharField(label=LEVEL_NAMES[-2], max_length=MOST_LETTERS, required=False)
    level_1 = forms.CharField(label=LEVEL_NAMES[-1], max_length=MOST_LETTERS, required=False)
    level_2 = forms.CharField(label=LEVEL_NAMES[0], max_length=MOST_LETTERS, required=False)
    level_3 = forms.CharField(label=LEVEL_NAMES[1], max_length=MOST_LETTERS, required=False)
    level_4 = forms.CharField(label=LEVEL_NAMES[2], max_length=MOST_LETTERS, required=False)

    @property
    def levels(self) -> list[forms.BoundField]:
        """The five fields, from much less to much more."""
        return [self[f"level_{place}"] for place in range(len(LEVELS))]

    def texts(self) -> list[str]:
        """The five texts, once valid."""
        return [self.cleaned_data[f"level_{place}"] for place in range(len(LEVELS))]


class LevelForm(forms.Form):
    """Where it stands, and at the end how sure one is of oneself."""

    level = forms.TypedChoiceField(
        label=_("Where does it stand?"),
        choices=[(level, LEVEL_NAMES[level]) for level in LEVELS],
        coerce=int,
        widget=forms.RadioSelect,
    )
    confidence = _confidence(_("How sure are you of yourself now?"))
