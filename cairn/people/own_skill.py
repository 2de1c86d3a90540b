"""Words of an organisation's own, for skills the taxonomy does not know."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel.text import fold

if TYPE_CHECKING:
    from cairn.people.person import Person

PREFIX = "own:"


class OwnSkillQuerySet(TenantQuerySet["OwnSkill"]):
    """Own words, as one person may see them."""

    def visible_to(self, person: "Person") -> Self:
        """All words of one's organisation: they are a vocabulary, not a fact about anybody."""
        return self.filter(organisation=person.organisation_id)


class OwnSkill(TenantRecord):
    """One word. `code` is the folded spelling, so that "Beekeeping" and "bee-keeping " are one word."""

    code = models.CharField(max_length=80)
    label = models.CharField(max_length=120)

    objects: ClassVar[Any] = OwnSkillQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "code"), name="own_skill_is_one_word"),
        )

    def __str__(self) -> str:
        return self.label


def own_code(label: str) -> str:
    """The code a label gets as an own word; spellings that differ only in case, accents or signs share it."""
    return (
        PREFIX + "".join(sign for sign in fold(label) if sign.isalnum() or sign in "+#")[: 80 - len(PREFIX)]
    )


def own_labels(organisation_id: UUID, codes: Iterable[str] | None = None) -> dict[str, str]:
    """Labels of own words by code, one query; all of the organisation's when no codes are named."""
    words = OwnSkill.objects.filter(organisation=organisation_id)
    if codes is not None:
        words = words.filter(code__in=[code for code in codes if code.startswith(PREFIX)])
    return dict(words.values_list("code", "label"))
