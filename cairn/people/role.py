"""What somebody is to the whole organisation. Roles in a programme stand in `programmes`."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock

if TYPE_CHECKING:
    from cairn.people.person import Person

ADMINISTRATOR, SAFEGUARDING, ANALYST, SPONSOR = "administrator", "safeguarding", "analyst", "sponsor"
ROLES = (ADMINISTRATOR, SAFEGUARDING, ANALYST, SPONSOR)

#: Those who see every profile of their organisation.
WIDE_ROLES = (ADMINISTRATOR, SAFEGUARDING)


class RoleQuerySet(TenantQuerySet["Role"]):
    """Roles, as one person may see them."""

    def visible_to(self, person: "Person") -> Self:
        """One's own; all of them for an administrator."""
        wide = Role.objects.filter(
            person=person.pk, role=ADMINISTRATOR, organisation=OuterRef("organisation")
        )
        return self.filter(Q(person=person) | Exists(wide))


class Role(TenantRecord):
    """One person holds one role since a moment."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=[(role, role) for role in ROLES])
    since = models.DateTimeField(default=clock.now, editable=False)

    objects: ClassVar[Any] = RoleQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "person", "role"), name="role_held_once"),
            models.CheckConstraint(condition=models.Q(role__in=ROLES), name="role_is_known"),
        )

    def __str__(self) -> str:
        return self.role
