"""What two people share once both said yes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cairn.kernel.text import first_name_of
from cairn.mentorships.mentorship import Mentorship
from cairn.people.person import Person


@dataclass(frozen=True, slots=True)
class Together:
    """A mentorship as one of its people sees it. The address is shown because both agreed."""

    id: UUID
    other: Person
    other_first: str
    begun_at: datetime


def together_with(person: Person) -> list[Together]:
    """Mentorships of one person, oldest first; two queries."""
    mentorships = Mentorship.objects.visible_to(person).prefetch_related("members__person")
    return [
        Together(mentorship.pk, member.person, first_name_of(member.person.name), mentorship.begun_at)
        for mentorship in mentorships
        for member in mentorship.members.all()
        if member.person_id != person.pk
    ]
