"""A host an organisation lets us call for its people. Where it names none, every public one may be called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord

if TYPE_CHECKING:
    from cairn.people.person import Person


class AllowedHostQuerySet(TenantQuerySet["AllowedHost"]):
    """Hosts, as an operator wrote them."""

    def visible_to(self, person: Person) -> Self:
        """Those of one's organisation: whoever may name an address may know which are allowed."""
        return self.filter(organisation_id=person.organisation_id)


class AllowedHost(TenantRecord):
    """`host` in lower case, without a port."""

    host = models.CharField(max_length=253)

    objects: ClassVar[Any] = AllowedHostQuerySet.as_manager()

    class Meta:
        ordering = ("host",)
        constraints = (models.UniqueConstraint(fields=("organisation", "host"), name="host_allowed_once"),)


def hosts_of(organisation_id: UUID) -> frozenset[str] | None:
    """The hosts that may be called for an organisation; None for any."""
    named = frozenset(AllowedHost.objects.filter(organisation=organisation_id).values_list("host", flat=True))
    return named or None
