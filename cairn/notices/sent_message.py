"""What was told to whom, when; not a word of it."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord

if TYPE_CHECKING:
    from cairn.people.person import Person


class SentMessageQuerySet(TenantQuerySet["SentMessage"]):
    """Messages that left."""

    def visible_to(self, person: "Person") -> Self:
        """One's own."""
        return self.filter(organisation_id=person.organisation_id, person=person)

    def about(self, subject_id: Any) -> Self:
        """Those about one thing, such as a proposal."""
        return self.filter(subject_id=subject_id)


class SentMessage(TenantRecord):
    """`errand_id` is the Message-ID's left part, so an answer or a bounce finds its row; one errand, one
    row.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    channel = models.CharField(max_length=20)
    language = models.CharField(max_length=16)
    subject_id = models.UUIDField()
    errand_id = models.UUIDField(unique=True)
    at = models.DateTimeField()

    objects: ClassVar[Any] = SentMessageQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        indexes = (
            models.Index(fields=("organisation", "person", "at"), name="sent_message_by_person"),
            models.Index(fields=("subject_id",), name="sent_message_by_subject"),
        )

    def __str__(self) -> str:
        return f"{self.kind} by {self.channel}"
