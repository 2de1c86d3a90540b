"""Sifting the pairs of a run: by words, by strength, by what was decided; sorted as the review needs it."""

from urllib.parse import urlencode

from django import forms
from django.db.models import Case, IntegerField, Q, Value, When
from django.utils.translation import gettext_lazy as _

from cairn.matching.pairing import Pairing, PairingQuerySet
from cairn.matching.run import Run

STRENGTHS = (("", _("Any")), ("stretch", _("A stretch")), ("good", _("Good")), ("strong", _("Strong")))
SORTS = (
    ("stretch", _("Stretch first")),
    ("strong", _("Strong first")),
    ("mentee", _("Mentee’s name")),
    ("mentor", _("Mentor’s name")),
)
ORDERS = {
    "stretch": ("place", "fit", "id"),
    "strong": ("-place", "-fit", "id"),
    "mentee": ("mentee__person__name", "id"),
    "mentor": ("mentor__person__name", "id"),
}
PLACE = Case(
    When(strength="stretch", then=Value(0)),
    When(strength="good", then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)


class Sifting(forms.Form):
    """What cannot be read counts as not said."""

    q = forms.CharField(max_length=100, required=False, label=_("Search"))
    strength = forms.ChoiceField(choices=STRENGTHS, required=False, label=_("Strength"))
    sort = forms.ChoiceField(choices=SORTS, required=False, label=_("Sort"))
    view = forms.ChoiceField(choices=(("list", _("List")), ("board", _("Board"))), required=False)

    def among(self, run: Run) -> PairingQuerySet:
        """The pairs of the run that fit, in the order asked for; both people come with them."""
        self.is_valid()
        found: PairingQuerySet = Pairing.objects.filter(run=run).select_related(
            "mentor__person", "mentee__person"
        )
        if strength := self.cleaned_data.get("strength"):
            found = found.filter(strength=strength)
        for word in self.cleaned_data.get("q", "").split():
            found = found.filter(
                Q(mentor__person__name__icontains=word) | Q(mentee__person__name__icontains=word)
            )
        return found.annotate(place=PLACE).order_by(*ORDERS[self.cleaned_data.get("sort") or "stretch"])

    @property
    def is_board(self) -> bool:
        """A column for each strength instead of one list."""
        return self.data.get("view") == "board"

    def keep(self, **instead: str) -> str:
        """The query string that keeps this sifting, with something else in it."""
        kept = {key: value for key in self.fields if (value := self.data.get(key))} | instead
        return f"{urlencode(kept)}&" if kept else ""
