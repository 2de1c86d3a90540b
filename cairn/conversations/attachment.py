"""An attachment: a file, a picture or a voice note that came with a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.conversations.message import Message
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from typing import Self
    from uuid import UUID

    from cairn.people.person import Person

FILE, IMAGE, VOICE = "file", "image", "voice"
KINDS = (FILE, IMAGE, VOICE)


class AttachmentQuerySet(TenantQuerySet["Attachment"]):
    """Attachments, in the order they were added."""

    def visible_to(self, person: Person) -> Self:
        """Those of the messages one may read."""
        return self.filter(message__in=Message.objects.visible_to(person).values("pk"))


class Attachment(TenantRecord):
    """The file lies in the vault under the thread's key. `transcript` is a voice note in words, written by
    its author.
    """

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="attachments")
    file = models.ForeignKey("vault.StoredFile", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8)
    transcript = SealedTextField(blank=True)

    objects: ClassVar[Any] = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="attachment_kind_known"),
        )

    def vault_owner(self) -> UUID:
        """The thread's key."""
        return self.message.thread_id

    def erase(self) -> None:
        """The row, and the file behind it."""
        file = self.file
        self.delete()
        file.erase()
