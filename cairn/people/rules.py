"""May they? Plain predicates; coordinators' rights stand in `programmes`."""

from typing import TYPE_CHECKING

from cairn.people.role import ADMINISTRATOR, SAFEGUARDING

if TYPE_CHECKING:
    from cairn.people.person import Person


def may_administer(person: "Person") -> bool:
    """Run the organisation: people, sign-in, privacy."""
    return person.holds(ADMINISTRATOR)


def may_safeguard(person: "Person") -> bool:
    """Read reports."""
    return person.holds(SAFEGUARDING)


def may_edit(person: "Person", other: "Person") -> bool:
    """Change a profile: one's own, or any as administrator of the same organisation."""
    return person.pk == other.pk or (
        person.organisation_id == other.organisation_id and person.holds(ADMINISTRATOR)
    )
