"""The base of every row that belongs to an organisation, and the one way to reach such rows."""

from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar

from django.db import models

from cairn.kernel import ids

if TYPE_CHECKING:
    from cairn.accounts.organisation import Organisation

Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


class TenantQuerySet(models.QuerySet[Row_co], Generic[Row_co]):
    """Rows of organisations. Pages and programs start from `visible_to(person)`, never from `all()`.

    Each room answers in its own QuerySet what a person may see; a room that has not decided shows nothing
    by mistake, because the question itself fails.
    """

    def visible_to(self, person: Any) -> Self:
        """What this person may see. The rest does not exist for them (404, the same bytes)."""
        message = f"{self.model.__name__} has not decided who may see its rows: define visible_to()"
        raise NotImplementedError(message)

    def of(self, organisation: "Organisation") -> Self:
        """Rows of one organisation, for work that no person asked for (ticks, packs, reports)."""
        return self.filter(organisation=organisation)


class TenantRecord(models.Model):
    """A row of an organisation, with an id nobody can guess (and which is still never a permission)."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    organisation = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[Any] = TenantQuerySet.as_manager()

    class Meta:
        abstract = True
