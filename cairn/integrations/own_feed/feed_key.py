"""The secret in the address of somebody's calendar. Whoever holds it reads when they meet, and nothing else.

Only its hash is kept, so the address is shown once; who lost it makes a new one, and the old one is void.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock

if TYPE_CHECKING:
    from cairn.people.person import Person


class FeedKeyQuerySet(TenantQuerySet["FeedKey"]):
    """Keys, which only their owner may renew or throw away."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(person=person)


class FeedKey(TenantRecord):
    """At most one a person."""

    person = models.OneToOneField("people.Person", on_delete=models.PROTECT, related_name="+")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=clock.now)

    objects: ClassVar[Any] = FeedKeyQuerySet.as_manager()

    @classmethod
    def renew(cls, person: Person) -> str:
        """A new secret, seen this once; the one before opens nothing any more."""
        secret = secrets.token_urlsafe(32)
        cls.objects.update_or_create(
            person=person,
            defaults={
                "organisation_id": person.organisation_id,
                "secret_hash": _hash(secret),
                "made_at": clock.now(),
            },
        )
        return secret

    @classmethod
    def owner(cls, secret: str) -> Person | None:
        """Whose calendar it opens; nobody's where their account was switched off."""
        rows = cls.objects.select_related("person__account", "person__organisation")
        key: FeedKey | None = rows.filter(secret_hash=_hash(secret)).first()
        if key is None or (key.person.account is not None and not key.person.account.is_active):
            return None
        return key.person


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
