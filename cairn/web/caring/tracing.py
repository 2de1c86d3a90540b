"""Tracing mentorships in a programme's list: by name, by stage, by how they go; in the order asked for."""

from urllib.parse import urlencode

from django import forms
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cairn.care.health_reading import HealthReading
from cairn.kernel import clock
from cairn.meetings.meeting import Meeting
from cairn.mentorships.member import Member
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pause import Pause
from cairn.mentorships.steps import CLOSED
from cairn.programmes.format import formats
from cairn.programmes.programme import Programme

STAGES = (
    ("", _("All that live")),
    ("forming", _("Finding each other")),
    ("working", _("On their way")),
    ("closing", _("Saying goodbye")),
    ("rests", _("Rests")),
    ("closed", _("Ended")),
)
BANDS = (
    ("", _("Any")),
    ("at_risk", pgettext_lazy("how a mentorship goes", "At risk")),
    ("drifting", pgettext_lazy("how a mentorship goes", "Drifting apart")),
    ("thriving", pgettext_lazy("how a mentorship goes", "Going well")),
    ("forming", pgettext_lazy("how a mentorship goes", "Beginning")),
)
SORTS = (
    ("newest", _("Newest first")),
    ("health", _("Who needs a look first")),
    ("next", _("Next meeting first")),
    ("quiet", _("Longest without a meeting")),
)
#: Who needs a look first: those at risk, then those who drift; those nobody watches come last.
NEED = Case(
    When(band="at_risk", then=Value(0)),
    When(band="drifting", then=Value(1)),
    When(band="forming", then=Value(2)),
    When(band="thriving", then=Value(3)),
    default=Value(4),
    output_field=IntegerField(),
)


class Tracing(forms.Form):
    """What cannot be read counts as not said."""

    q = forms.CharField(max_length=100, required=False, label=_("Search"))
    stage = forms.ChoiceField(choices=STAGES, required=False, label=_("Stage"))
    health = forms.ChoiceField(choices=BANDS, required=False, label=_("How it goes"))
    sort = forms.ChoiceField(choices=SORTS, required=False, label=_("Sort"))

    def among(self, programme: Programme) -> QuerySet[Mentorship]:
        """The mentorships that fit, with their people; where words are strictly quiet, none is listed."""
        self.is_valid()
        stage, band = self.cleaned_data.get("stage"), self.cleaned_data.get("health")
        found = self._staged(listed(programme), stage or "")
        if band:
            found = found.annotate(band=_band()).filter(band=band)
        for word in self.cleaned_data.get("q", "").split():
            named = Member.objects.filter(mentorship=OuterRef("pk"), person__name__icontains=word)
            found = found.filter(Exists(named))
        rests = Exists(Pause.objects.standing().filter(mentorship=OuterRef("pk")))
        sorted_ = self._sorted(found, self.cleaned_data.get("sort") or "newest", with_band=bool(band))
        return sorted_.annotate(rests=rests).prefetch_related("members__person")

    def _staged(self, found: QuerySet[Mentorship], stage: str) -> QuerySet[Mentorship]:
        resting = Exists(Pause.objects.standing().filter(mentorship=OuterRef("pk")))
        if stage == "rests":
            return found.exclude(state=CLOSED).filter(resting)
        return found.filter(state=stage) if stage else found.exclude(state=CLOSED)

    def _sorted(self, found: QuerySet[Mentorship], sort: str, *, with_band: bool) -> QuerySet[Mentorship]:
        if sort == "health":
            banded = found if with_band else found.annotate(band=_band())
            return banded.annotate(need=NEED).order_by("need", "met_at", "id")
        if sort == "next":
            ahead = Meeting.objects.filter(mentorship=OuterRef("pk")).ahead(clock.now()).order_by("starts_at")
            soon = found.annotate(next_at=Subquery(ahead.values("starts_at")[:1]))
            return soon.order_by(F("next_at").asc(nulls_last=True), "id")
        if sort == "quiet":
            return found.order_by(F("met_at").asc(nulls_first=True), "begun_at", "id")
        return found.order_by("-begun_at", "-id")

    def counts(self, programme: Programme) -> dict[str, int]:
        """How many live, and how many of those rest; one query."""
        resting = Exists(Pause.objects.standing().filter(mentorship=OuterRef("pk")))
        living = listed(programme).exclude(state=CLOSED).order_by()
        counted: dict[str, int] = living.aggregate(
            living=Count("pk"),
            resting=Count("pk", filter=resting),
            closing=Count("pk", filter=Q(state="closing")),
        )
        return counted

    def keep(self) -> str:
        """The query string that keeps this on the next page."""
        kept = {key: value for key in self.fields if (value := self.data.get(key))}
        return f"{urlencode(kept)}&" if kept else ""


def listed(programme: Programme) -> QuerySet[Mentorship]:
    """All of a programme but those whose format keeps quiet about who takes part."""
    quiet = [each.id for each in formats().values() if each.has("neutral_mail")]
    found: QuerySet[Mentorship] = Mentorship.objects.in_programme(programme).exclude(format__in=quiet)
    return found


def _band() -> Subquery:
    readings = HealthReading.objects.fresh(clock.now()).filter(mentorship=OuterRef("pk"))
    return Subquery(readings.order_by("-week").values("band")[:1])
