"""A letter: one person's answer to one block of an agenda that is worked through in writing."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django.db import models

from cairn.accounts.tenancy import TenantRecord
from cairn.meetings.facts import OfMeetingQuerySet
from cairn.vault.sealed import SealedTextField

LONGEST = 10_000


class LetterQuerySet(OfMeetingQuerySet["Letter"]):
    """Letters."""


class Letter(TenantRecord):
    """Made empty for every member and block when the letters open; when all are answered, the meeting was
    held.
    """

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="letters")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    block = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField()
    body = SealedTextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = LetterQuerySet.as_manager()

    class Meta:
        ordering = ("position", "answered_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("meeting", "person", "block"), name="letter_block_once"),
        )

    def vault_owner(self) -> UUID:
        """The key of the meeting's people."""
        return self.meeting.vault_owner()
