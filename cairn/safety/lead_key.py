"""A lead's key: what lets one safeguarding lead, and nobody else, open reports."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import cipher, clock
from cairn.safety import sealing

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person

SALT_BYTES = 16


class WrongPassphrase(Exception):
    """The passphrase does not open this lead's key."""


class LeadKeyQuerySet(TenantQuerySet["LeadKey"]):
    """Keys of leads."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(organisation_id=person.organisation_id, person=person)


class LeadKey(TenantRecord):
    """`locked` is the private key under the lead's passphrase, which is kept nowhere. Whoever forgets it
    reads no report any more; their fellow leads still do.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    public = models.BinaryField()
    salt = models.BinaryField()
    locked = models.BinaryField()
    made_at = models.DateTimeField(default=clock.now)

    objects: ClassVar[Any] = LeadKeyQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "person"), name="lead_key_once_per_person"),
        )

    @classmethod
    def make(cls, person: Person, *, passphrase: str) -> LeadKey:
        """A pair for a lead, locked with their passphrase."""
        private, public = sealing.new_pair()
        salt = os.urandom(SALT_BYTES)
        row = cls(organisation_id=person.organisation_id, person=person, public=public, salt=salt)
        key = sealing.key_of_passphrase(passphrase, salt=salt)
        row.locked = cipher.seal(private, key=key, at=row.place())
        row.save(force_insert=True)
        return row

    def unlock(self, passphrase: str) -> bytes:
        """The private key; raises WrongPassphrase."""
        key = sealing.key_of_passphrase(passphrase, salt=bytes(self.salt))
        try:
            return cipher.unseal(bytes(self.locked), key=key, at=self.place())
        except cipher.Tampered:
            raise WrongPassphrase from None

    def place(self) -> bytes:
        """Where the locked key stands."""
        return cipher.place(self.organisation_id, "safety_leadkey", "locked", self.pk)
