"""A participant: somebody in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person


class ParticipantQuerySet(TenantQuerySet["Participant"]):
    """Who takes part, in the order they came."""

    def visible_to(self, person: Person) -> Self:
        """Everybody in the threads one takes part in."""
        mine = Participant.objects.filter(person=person).values("thread_id")
        return self.filter(organisation_id=person.organisation_id, thread_id__in=mine)

    def present(self) -> Self:
        """Those who have not left."""
        return self.filter(left_at=None)


class Participant(TenantRecord):
    """`read_to` is the number of the newest message they have seen; others learn of it only where both show
    it (see Manner). `muted` keeps notices about this thread away.
    """

    thread = models.ForeignKey("conversations.Thread", on_delete=models.PROTECT, related_name="parts")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True, default=None)
    read_to = models.PositiveIntegerField(default=0)
    read_at = models.DateTimeField(null=True, blank=True, default=None)
    muted = models.BooleanField(default=False)

    objects: ClassVar[Any] = ParticipantQuerySet.as_manager()

    class Meta:
        ordering = ("joined_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "thread", "person"), name="participant_once"),
        )
        indexes = (models.Index(fields=("organisation", "person"), name="participant_by_person"),)

    def mute(self, *, on: bool) -> None:
        """Be told of new words here, or not."""
        self.muted = on
        self.save(update_fields=["muted"])
