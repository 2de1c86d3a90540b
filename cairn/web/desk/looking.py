"""Looking for somebody in a programme's list."""

from urllib.parse import urlencode

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment, EnrolmentQuerySet
from cairn.programmes.programme import Programme

SIDES = (("", _("Everybody")), (MENTOR, _("Mentors")), (MENTEE, _("Mentees")))


class Looking(forms.Form):
    """Words of a name, address or headline, and a side. What cannot be read counts as not said."""

    q = forms.CharField(max_length=100, required=False, label=_("Search"))
    side = forms.ChoiceField(choices=SIDES, required=False, label=_("Who"))

    def among(self, programme: Programme) -> EnrolmentQuerySet:
        """The enrolments of the programme that fit."""
        self.is_valid()
        found: EnrolmentQuerySet = Enrolment.objects.present().filter(programme=programme)
        if side := self.cleaned_data.get("side"):
            found = found.filter(side=side)
        for word in self.cleaned_data.get("q", "").split():
            found = found.filter(
                Q(person__name__icontains=word)
                | Q(person__email__icontains=word)
                | Q(person__headline__icontains=word)
            )
        return found.select_related("person").order_by("person__name", "id")

    def keep(self) -> str:
        """The query string that keeps this search on the next page."""
        kept = {key: value for key in self.fields if (value := self.data.get(key))}
        return f"{urlencode(kept)}&" if kept else ""
