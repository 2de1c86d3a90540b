"""What rows about a meeting have in common: whoever sees the meeting sees that they exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Self

from cairn.accounts.tenancy import Row_co, TenantQuerySet

if TYPE_CHECKING:
    from cairn.people.person import Person


class OfMeetingQuerySet(TenantQuerySet[Row_co], Generic[Row_co]):
    """Facts about meetings."""

    def visible_to(self, person: Person) -> Self:
        """Those of the meetings this person takes part in."""
        return self.filter(organisation_id=person.organisation_id, meeting__attendees__person=person)
