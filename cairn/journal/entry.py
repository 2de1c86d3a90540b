"""An entry: who did what to what, when."""

from typing import Any, ClassVar

from django.db import models

from cairn.kernel import clock, ids
from cairn.kernel.privacy import CLASSES, STRICT


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries by what they are about."""

    def about(self, subject: models.Model) -> "EntryQuerySet":
        """Everything that happened to one thing, oldest first."""
        return self.filter(subject_kind=subject._meta.label_lower, subject_id=subject.pk)

    def of(self, organisation_id: Any) -> "EntryQuerySet":
        """Entries of one organisation (an Organisation or its id)."""
        return self.filter(organisation_id=getattr(organisation_id, "pk", organisation_id))

    def by(self, actor: Any) -> "EntryQuerySet":
        """What one person did (a row or its id)."""
        return self.filter(actor_id=getattr(actor, "pk", actor))


class OrdinaryEntries(models.Manager.from_queryset(EntryQuerySet)):  # type: ignore[misc]  # a class made in passing
    """Entries any list may show; those of strict classes are left out, so none leaks by forgetting."""

    def get_queryset(self) -> EntryQuerySet:
        """Without the strict classes."""
        queryset: EntryQuerySet = super().get_queryset().exclude(privacy__in=STRICT)
        return queryset


class Entry(models.Model):
    """One act. It carries ids and codes only: the words stay in the rows they belong to, behind their own
    keys.

    `organisation_id`, `actor_id` and `subject_id` are plain ids, since the journal lies below the rooms it
    tells of. `shift` is how far, in seconds, the organisation's clock was from the machine's; errands live in
    the same hour.
    """

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    organisation_id = models.UUIDField()
    verb = models.CharField(max_length=64)
    actor_id = models.UUIDField(null=True)
    subject_kind = models.CharField(max_length=64)
    subject_id = models.UUIDField()
    data = models.JSONField(default=dict)
    privacy = models.CharField(max_length=2)
    shift = models.BigIntegerField(default=0)
    at = models.DateTimeField(default=clock.now)

    objects: ClassVar[Any] = OrdinaryEntries()
    everything: ClassVar[Any] = EntryQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        base_manager_name = "everything"
        indexes = (
            models.Index(fields=("organisation_id", "verb", "at"), name="entry_by_verb"),
            models.Index(fields=("subject_id", "at"), name="entry_by_subject"),
            models.Index(fields=("actor_id", "at"), name="entry_by_actor"),
        )
        constraints = (
            models.CheckConstraint(condition=models.Q(privacy__in=CLASSES), name="entry_privacy_is_a_class"),
        )

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_kind}"
