"""The words of an organisation: the taxonomy and its own, from text to code and back."""

from collections.abc import Iterable
from uuid import UUID

from cairn.people.own_skill import own_code, own_labels
from cairn.people.taxonomy import taxonomy


def code_of(text: str) -> str:
    """The code a word gets: the taxonomy's where it knows the word, else that of an own word."""
    skill = taxonomy.skills().find(text)
    return skill.code if skill else own_code(text)


def labels_for(codes: Iterable[str], *, organisation: UUID) -> dict[str, str]:
    """Labels by code, own words included; one query. A code nobody knows is its own label."""
    wanted = set(codes)
    own = own_labels(organisation, wanted)
    known = taxonomy.skills()
    return {code: own.get(code) or known.label(code) for code in wanted}
