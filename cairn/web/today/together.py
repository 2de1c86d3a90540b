"""What is under way on Today: each mentorship that lives, with its one next step."""

from __future__ import annotations

from cairn.mentorships.mentorship import Mentorship
from cairn.people.person import Person
from cairn.web.shell.bonds import Bond, bonds_of


def together_with(person: Person) -> list[Bond]:
    """Mentorships of one person, what can be done first before what can only be awaited; four queries."""
    living = bonds_of(person, Mentorship.objects.visible_to(person).living())
    return sorted(living, key=lambda bond: not bond.step.address)
