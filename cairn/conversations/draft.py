"""A draft: what somebody has begun to write and not sent, so that it waits on every device."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from typing import Self
    from uuid import UUID

    from cairn.conversations.thread import Thread
    from cairn.people.person import Person


class DraftQuerySet(TenantQuerySet["Draft"]):
    """Drafts."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(organisation_id=person.organisation_id, person=person)


class Draft(TenantRecord):
    """One person's unsent words in one thread; sending takes it away."""

    thread = models.ForeignKey("conversations.Thread", on_delete=models.PROTECT, related_name="drafts")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    body = SealedTextField(blank=True)
    saved_at = models.DateTimeField(default=clock.now)

    objects: ClassVar[Any] = DraftQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "thread", "person"), name="draft_once"),
        )

    def vault_owner(self) -> UUID:
        """The thread's key."""
        return self.thread_id

    @classmethod
    def keep(cls, thread: Thread, person: Person, body: str) -> None:
        """Remember what was typed; nothing typed is nothing kept."""
        mine = cls.objects.visible_to(person).filter(thread=thread)
        if not body.strip():
            mine.delete()
            return
        draft = mine.first() or cls(organisation_id=thread.organisation_id, thread=thread, person=person)
        draft.body, draft.saved_at = body, clock.now()
        draft.save()

    @classmethod
    def of(cls, thread: Thread, person: Person) -> str:
        """What this person had typed here."""
        found = cls.objects.visible_to(person).filter(thread=thread).first()
        return found.body if found else ""
