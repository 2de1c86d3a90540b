"""How much people carry: bulk readers, one query whatever the number of people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Q

from cairn.mentorships.member import MENTEE, MENTOR, Member
from cairn.mentorships.seat import Seat

if TYPE_CHECKING:
    from cairn.programmes.enrolment import Enrolment
    from cairn.programmes.programme import Programme


@dataclass(frozen=True, slots=True)
class Load:
    """Places of one enrolment: `active` belong to mentorships, `held` to proposals nobody has answered
    yet.
    """

    active: int = 0
    held: int = 0

    @property
    def total(self) -> int:
        return self.active + self.held


NOTHING = Load()


def load_of(enrolments: Iterable[Enrolment]) -> dict[UUID, Load]:
    """Load by enrolment id; an enrolment that carries nothing is present with nothing."""
    found = {enrolment.pk: NOTHING for enrolment in enrolments}
    rows = (
        Seat.objects.filter(enrolment__in=list(found))
        .values("enrolment_id")
        .annotate(active=Count("id", filter=Q(mentorship__isnull=False)), everything=Count("id"))
    )
    for row in rows:
        found[row["enrolment_id"]] = Load(active=row["active"], held=row["everything"] - row["active"])
    return found


def partners_around(programme: Programme) -> set[tuple[UUID, UUID]]:
    """(mentee person, mentor person) of every two who were ever in one mentorship of the programme's
    organisation: pairs that nobody should propose again, here or beside it. Peers stand in both orders.
    """
    everybody: dict[UUID, list[tuple[str, UUID]]] = defaultdict(list)
    rows = Member.objects.filter(organisation_id=programme.organisation_id)
    for mentorship, side, person in rows.values_list("mentorship_id", "side", "person_id"):
        everybody[mentorship].append((side, person))
    return {pair for members in everybody.values() for pair in _partners(members)}


def _partners(members: list[tuple[str, UUID]]) -> Iterator[tuple[UUID, UUID]]:
    for (side, one), (other_side, other) in permutations(members, 2):
        if side == other_side or (side, other_side) == (MENTEE, MENTOR):
            yield one, other
