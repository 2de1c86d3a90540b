"""A person's constellation: mentors, mentees and peers, those of today bright and those of before faint."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.steps import SAFETY
from cairn.people.block import blocks_among
from cairn.people.tie import KINDS, Tie

if TYPE_CHECKING:
    from cairn.people.person import Person


@dataclass(frozen=True, slots=True)
class Star:
    """To the person in the middle, `person` is a `kind` (mentor, mentee, peer) since a moment, through a
    mentorship; `bright` while that lasts.
    """

    person: Person
    kind: str
    mentorship_id: UUID
    since: datetime
    bright: bool


@dataclass(frozen=True, slots=True)
class Constellation:
    """Stars by kind: mentors, then mentees, then peers; bright ones first, then by name."""

    person: Person
    stars: tuple[Star, ...]

    @property
    def bright(self) -> tuple[Star, ...]:
        """Those of today."""
        return tuple(star for star in self.stars if star.bright)


def constellation_of(person: Person) -> Constellation:
    """Everybody once for what they are to this person. Who is blocked, and who is gone for safety, is not
    shown.
    """
    unsafe = Mentorship.objects.filter(organisation_id=person.organisation_id, closed_as=SAFETY)
    ties = Tie.objects.filter(organisation_id=person.organisation_id, person=person)
    rows = list(ties.exclude(origin__in=unsafe.values("pk")).select_related("other").order_by("since"))
    apart = blocks_among([person, *(tie.other_id for tie in rows)])
    stars: dict[tuple[UUID, str], Star] = {}
    for tie in rows:
        star = Star(tie.other, tie.kind, tie.origin, tie.since, bright=tie.until is None)
        known = stars.get((tie.other_id, tie.kind))
        if (person.pk, tie.other_id) not in apart and not (known and known.bright and not star.bright):
            stars[tie.other_id, tie.kind] = star
    return Constellation(person, tuple(sorted(stars.values(), key=_place)))


def _place(star: Star) -> tuple[int, bool, str]:
    return KINDS.index(star.kind), not star.bright, star.person.name.casefold()
