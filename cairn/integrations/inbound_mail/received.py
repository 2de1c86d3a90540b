"""A mail that was dealt with, so that the same one counts once, whichever way and however often it comes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock

if TYPE_CHECKING:
    from cairn.people.person import Person

#: A mailbox that is handed to us anew after this long counts again; nobody's does.
KEPT = timedelta(days=90)


class ReceivedQuerySet(TenantQuerySet["Received"]):
    """Mails that were dealt with."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(person=person)

    def outdated(self, now: datetime) -> Self:
        """Those nobody needs to remember."""
        return self.filter(at__lt=now - KEPT)


class Received(TenantRecord):
    """`mark` is the hash of its Message-ID; nothing of the mail itself is kept here."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    mark = models.CharField(max_length=64)
    outcome = models.CharField(max_length=40, blank=True, default="")
    at = models.DateTimeField(default=clock.now)

    objects: ClassVar[Any] = ReceivedQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (models.UniqueConstraint(fields=("person", "mark"), name="mail_received_once"),)
        indexes = (models.Index(fields=("at",), name="mail_received_at"),)
