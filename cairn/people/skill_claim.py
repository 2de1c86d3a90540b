"""What people offer and want, by code: a taxonomy code or the code of an own word of the organisation."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord

if TYPE_CHECKING:
    from cairn.people.person import Person

OFFERED, WANTED = "offered", "wanted"
SIDES = (OFFERED, WANTED)


class SkillClaimQuerySet(TenantQuerySet["SkillClaim"]):
    """Claims, as one person may see them."""

    def visible_to(self, person: "Person") -> Self:
        """Those of the people this person may see."""
        from cairn.people.person import Person  # noqa: PLC0415 - person points at its claims

        return self.filter(person__in=Person.objects.visible_to(person).values("pk"))


class SkillClaim(TenantRecord):
    """One skill of one person. Levels are whole numbers (a school year, a grade, 1–5) or empty: any level.

    For an offer the two levels are the range taught; for a wish both are the learner's own level.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=8, choices=[(side, side) for side in SIDES])
    code = models.CharField(max_length=80)
    level_low = models.SmallIntegerField(null=True, blank=True, default=None)
    level_high = models.SmallIntegerField(null=True, blank=True, default=None)
    must = models.BooleanField(default=False)
    position = models.SmallIntegerField(default=0)

    objects: ClassVar[Any] = SkillClaimQuerySet.as_manager()

    class Meta:
        ordering = ("person", "side", "position", "id")
        constraints = (
            models.UniqueConstraint(fields=("person", "side", "code"), name="skill_claimed_once"),
            models.CheckConstraint(condition=models.Q(side__in=SIDES), name="skill_claim_side_is_known"),
            models.CheckConstraint(
                condition=models.Q(level_low__isnull=True)
                | models.Q(level_high__isnull=True)
                | models.Q(level_low__lte=models.F("level_high")),
                name="skill_claim_levels_rise",
            ),
        )
        indexes = (models.Index(fields=("organisation", "code", "side"), name="skill_claim_by_code"),)

    def __str__(self) -> str:
        return self.code


def skills_for(people: Iterable["Person | UUID"]) -> dict[UUID, list[SkillClaim]]:
    """The claims of many people at once, in the order they gave them: {person id: [claim, …]}, one query."""
    ids = [getattr(person, "pk", person) for person in people]
    claims: dict[UUID, list[SkillClaim]] = defaultdict(list)
    for claim in SkillClaim.objects.filter(person__in=ids):
        claims[claim.person_id].append(claim)
    return dict(claims)
