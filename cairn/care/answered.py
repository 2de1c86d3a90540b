"""What somebody answered, sealed under their own key; beside it stands one number for the house."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock
from cairn.vault.sealed import SealedJSONField, SealedTextField
from measures.scoring import score

if TYPE_CHECKING:
    from typing import Self

    from cairn.care.asking import Asking
    from cairn.people.person import Person

#: How long the words of a check-in stay; its number stays with the mentorship.
WORDS_KEPT = timedelta(days=90)
MOST_LETTERS = 140
TOTAL = "total"


class AnsweredQuerySet(TenantQuerySet["Answered"]):
    """Answers, which only who gave them reads."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(organisation_id=person.organisation_id, asking__person=person)


class Answered(TenantRecord):
    """`answers` and `scores` are sealed; `value` is the main score, None where too little was answered. It is
    read by the house's arithmetic and shown to nobody but its owner.
    """

    asking = models.OneToOneField("care.Asking", on_delete=models.CASCADE, related_name="answered")
    answers = SealedJSONField()
    scores = SealedJSONField()
    value = models.FloatField(null=True, blank=True, default=None)
    at = models.DateTimeField()

    objects: ClassVar[Any] = AnsweredQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")

    def vault_owner(self) -> UUID:
        """The key of who answered."""
        return self.asking.person_id

    @classmethod
    def write(cls, asking: Asking, heard: Mapping[str, float], *, remark: str = "") -> Answered:
        """Score and keep it; within the transaction that settles the asking."""
        found = score(asking.nature.scoring, heard)
        made: Answered = cls.objects.filter(asking=asking).first() or cls(
            organisation_id=asking.organisation_id, asking=asking
        )
        made.answers, made.at = dict(heard), clock.now()
        made.scores = {key: {"value": each.value, "band": each.band} for key, each in found.items()}
        made.value = found[TOTAL].value
        made.save()
        Remark.keep(made, remark)
        return made


class RemarkQuerySet(TenantQuerySet["Remark"]):
    """Remarks, which only who wrote them reads."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(organisation_id=person.organisation_id, answered__asking__person=person)

    def outworn(self, now: datetime) -> Self:
        """Older than words are kept."""
        return self.filter(at__lt=now - WORDS_KEPT)


class Remark(TenantRecord):
    """A line beside an answer, for nobody but its writer; gone after ninety days."""

    answered = models.OneToOneField(Answered, on_delete=models.CASCADE, related_name="remark")
    words = SealedTextField()
    at = models.DateTimeField()

    objects: ClassVar[Any] = RemarkQuerySet.as_manager()

    def vault_owner(self) -> UUID:
        """The key of who wrote it."""
        return self.answered.asking.person_id

    @classmethod
    def keep(cls, answered: Answered, words: str) -> None:
        """Write it down, where there is one."""
        cls.objects.filter(answered=answered).delete()
        if words.strip():
            cls.objects.create(
                organisation_id=answered.organisation_id,
                answered=answered,
                words=words.strip()[:MOST_LETTERS],
                at=clock.now(),
            )
