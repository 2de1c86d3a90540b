"""An agenda item: what somebody wants to talk about, beside what the format's blocks bring by themselves."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django.db import models

from cairn.accounts.tenancy import TenantRecord
from cairn.meetings.facts import OfMeetingQuerySet
from cairn.vault.sealed import SealedTextField

OWN, ACTION, GOAL, CARD = "own", "action", "goal", "card"
SOURCES = (OWN, ACTION, GOAL, CARD)
LONGEST = 300


class AgendaItemQuerySet(OfMeetingQuerySet["AgendaItem"]):
    """Lines of agendas."""


class AgendaItem(TenantRecord):
    """One line of one block. `ref` is what it came from: a card's code, an action's or a goal's id. The words
    are sealed with the key of the meeting's people.
    """

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="items")
    block = models.CharField(max_length=20)
    author = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", null=True, blank=True, default=None
    )
    body = SealedTextField(blank=True)
    source = models.CharField(max_length=6, default=OWN)
    ref = models.CharField(max_length=40, blank=True, default="")
    at = models.DateTimeField()

    objects: ClassVar[Any] = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(condition=models.Q(source__in=SOURCES), name="agenda_source_known"),
        )

    def vault_owner(self) -> UUID:
        """The mentorship's key, or the meeting's own where there is no mentorship."""
        return self.meeting.vault_owner()
