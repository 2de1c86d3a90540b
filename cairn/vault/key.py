"""Keys: one per organisation, one per owner within it."""

import uuid
from collections.abc import Iterable
from typing import ClassVar

from django.db import IntegrityError, models, transaction

from cairn.kernel import cipher, clock, ids
from cairn.vault import master


class Forgotten(Exception):
    """The owner's key was dropped; nothing is sealed for them any more, and nothing opens."""


class OrganisationKey(models.Model):
    """The key that wraps the keys of one organisation's owners, itself wrapped by a master key."""

    organisation_id = models.UUIDField(primary_key=True)
    master = models.CharField(max_length=16)
    wrapped = models.BinaryField()

    objects: ClassVar[models.Manager["OrganisationKey"]] = models.Manager()

    def __str__(self) -> str:
        return f"key of organisation {self.organisation_id}"

    @classmethod
    def of(cls, organisation_id: uuid.UUID) -> "OrganisationKey":
        """The organisation's key, made when first needed."""
        found = cls.objects.filter(pk=organisation_id).first()
        if found is not None:
            return found
        name, key = master.present()
        wrapped = cipher.seal(cipher.new_key(), key=key, at=cls._place(organisation_id))
        try:
            with transaction.atomic():
                return cls.objects.create(organisation_id=organisation_id, master=name, wrapped=wrapped)
        except IntegrityError:
            return cls.objects.get(pk=organisation_id)

    def plain(self) -> bytes:
        """The key itself; raises NoSuchMasterKey, Tampered."""
        sealed = bytes(self.wrapped)
        return cipher.unseal(sealed, key=master.named(self.master), at=self._place(self.organisation_id))

    def rewrap(self) -> None:
        """Put it under the present master key."""
        name, key = master.present()
        self.wrapped = cipher.seal(self.plain(), key=key, at=self._place(self.organisation_id))
        self.master = name
        self.save(update_fields=["master", "wrapped"])

    @staticmethod
    def _place(organisation_id: uuid.UUID) -> bytes:
        return cipher.place(organisation_id, "vault_organisationkey", "wrapped", organisation_id)


class Key(models.Model):
    """One owner's content key. After forgetting, the row stays empty, so that no new key is made in
    silence.
    """

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    organisation_id = models.UUIDField()
    owner = models.UUIDField()
    wrapped = models.BinaryField(null=True)
    made_at = models.DateTimeField(default=clock.wall)
    forgotten_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager["Key"]] = models.Manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation_id", "owner"), name="key_is_one_per_owner"),
            models.CheckConstraint(
                condition=models.Q(wrapped=None) ^ models.Q(forgotten_at=None),
                name="key_is_there_or_forgotten",
            ),
        )

    def __str__(self) -> str:
        return f"key of {self.owner}"

    @classmethod
    def make(cls, owners: Iterable[uuid.UUID], *, organisation_id: uuid.UUID) -> None:
        """Make keys for owners that have none yet; safe to do twice at once."""
        above = OrganisationKey.of(organisation_id).plain()
        cls.objects.bulk_create(
            (
                cls(
                    organisation_id=organisation_id,
                    owner=owner,
                    wrapped=cipher.seal(cipher.new_key(), key=above, at=cls._place(organisation_id, owner)),
                )
                for owner in owners
            ),
            ignore_conflicts=True,
        )

    def plain(self, above: bytes) -> bytes:
        """The key itself, given its organisation's; raises Forgotten, Tampered."""
        if self.wrapped is None:
            raise Forgotten(self.owner)
        return cipher.unseal(bytes(self.wrapped), key=above, at=self._place(self.organisation_id, self.owner))

    @staticmethod
    def _place(organisation_id: uuid.UUID, owner: uuid.UUID) -> bytes:
        return cipher.place(organisation_id, "vault_key", "wrapped", owner)
