"""A pairing: two people a run puts together, with the engine's reasons as codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person

STRENGTHS = ("strong", "good", "stretch")
ENGINE = "engine"
HAND = "hand"


class PairingQuerySet(TenantQuerySet["Pairing"]):
    """Pairings of runs."""

    def visible_to(self, person: Person) -> Self:
        """Nobody but coordinators: until it is published a pairing is only a thought."""
        from cairn.matching.run import Run  # noqa: PLC0415 - the two nouns name each other

        return self.filter(run__in=Run.objects.visible_to(person))

    def with_people(self) -> Self:
        """With both people at hand, weakest pairs last, in one query."""
        return self.select_related("mentor__person", "mentee__person").order_by("-fit", "id")


class Pairing(TenantRecord):
    """`fit` is 0–1 and never shown bare; `reasons` and `difference` are engine codes that `wording` turns
    into words. `parts` is what the fit is made up of: [criterion, worth 0–1, weight].
    """

    run = models.ForeignKey("matching.Run", on_delete=models.PROTECT, related_name="pairings")
    mentor = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    mentee = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    fit = models.FloatField()
    strength = models.CharField(max_length=10)
    reasons = models.JSONField(default=list)
    difference = models.JSONField(null=True, blank=True)
    question = models.JSONField(null=True, blank=True)
    parts = models.JSONField(default=list)
    origin = models.CharField(max_length=10, default=ENGINE)

    objects: ClassVar[Any] = PairingQuerySet.as_manager()

    class Meta:
        ordering = ("-fit", "id")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "run", "mentee"), name="pairing_mentee_once"),
            models.CheckConstraint(condition=models.Q(strength__in=STRENGTHS), name="pairing_strength_known"),
        )

    @property
    def by_hand(self) -> bool:
        """A coordinator put these two together."""
        return self.origin == HAND

    def card(self) -> dict[str, object]:
        """What a match card needs, as codes."""
        return {
            "strength": self.strength,
            "reasons": self.reasons,
            "difference": self.difference,
            "question": self.question,
            "parts": self.parts,
        }
