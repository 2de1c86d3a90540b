"""A topic somebody looked for and found no slot for: what the coordinator should find people for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Count

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.people.own_skill import PREFIX
from cairn.people.vocabulary import labels_for
from cairn.programmes.programme import Programme

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person

MOST_LETTERS = 80
#: A count of fewer people is not told as a number.
FEWEST = 5


class UnmetTopicQuerySet(TenantQuerySet["UnmetTopic"]):
    """Searches without a slot."""

    def visible_to(self, person: Person) -> Self:
        """One's own; coordinators read counts alone."""
        return self.filter(person=person)


class UnmetTopic(TenantRecord):
    """Counted once for each person and month. `words` is how they wrote it."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=80)
    words = models.CharField(max_length=MOST_LETTERS)
    month = models.DateField()

    objects: ClassVar[Any] = UnmetTopicQuerySet.as_manager()

    class Meta:
        ordering = ("month", "code", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("programme", "person", "code", "month"), name="unmet_topic_once_a_month"
            ),
        )

    @classmethod
    @transaction.atomic
    def note(cls, programmes: Iterable[Programme], *, person: Person, code: str, words: str) -> None:
        """Somebody looked for it in vain."""
        month = clock.today().replace(day=1)
        for programme in programmes:
            made, new = cls.objects.get_or_create(
                programme=programme,
                person=person,
                code=code,
                month=month,
                defaults={
                    "organisation_id": programme.organisation_id,
                    "words": words.strip()[:MOST_LETTERS] or code,
                },
            )
            if new:
                record("topic.missed", organisation=programme.organisation_id, actor=None, subject=made)


@dataclass(frozen=True, slots=True)
class Missing:
    """A topic and how many people looked for it; None for fewer than five."""

    label: str
    people: int | None


def missing_in(programme: Programme, *, since: date) -> list[Missing]:
    """Most looked for first. Words of somebody's own are shown once five people wrote them: fewer could tell
    who they are.
    """
    rows = UnmetTopic.objects.filter(programme=programme, month__gte=since).order_by()
    counted = rows.values("code").annotate(n=Count("person", distinct=True)).order_by("-n", "code")
    told = (row for row in counted if row["n"] >= FEWEST or not row["code"].startswith(PREFIX))
    found = [(row["code"], row["n"]) for row in told]
    labels = labels_for((code for code, _n in found), organisation=programme.organisation_id)
    own = dict(rows.filter(code__startswith=PREFIX).values_list("code", "words"))
    return [Missing(own.get(code, labels[code]), n if n >= FEWEST else None) for code, n in found]
