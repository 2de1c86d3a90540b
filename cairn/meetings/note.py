"""A note of a meeting: shared with the others, or one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from cairn.people.person import Person

LONGEST = 10_000


class NoteQuerySet(TenantQuerySet["Note"]):
    """Notes, as one person may read them."""

    def visible_to(self, person: Person) -> Self:
        """One's own, and shared ones of the meetings one takes part in."""
        shared = Q(shared=True, meeting__attendees__person=person)
        return self.filter(shared | Q(author=person), organisation_id=person.organisation_id).distinct()


class Note(TenantRecord):
    """Words of one author. A shared one is sealed with the key of the meeting's people, an own one with the
    author's: erasing the person erases it, and nobody else's key opens it.
    """

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="notes")
    block = models.CharField(max_length=20, blank=True, default="")
    author = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    body = SealedTextField(blank=True)
    shared = models.BooleanField(default=False)
    at = models.DateTimeField()

    objects: ClassVar[Any] = NoteQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")

    def vault_owner(self) -> UUID:
        """Whose key: see the class."""
        return self.meeting.vault_owner() if self.shared else self.author_id

    def write(self, body: str, *, shared: bool) -> None:
        """Change the words, or who reads them; sealed anew with the key that now fits."""
        self.shared, self.body = shared, body
        self.save(update_fields=("shared", "body"))
