"""A person as one row of the file tells it, before anybody is touched."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from cairn.intake.cells.claims import Claimed
from cairn.intake.cells.hours import Stretch, merged

_SINGLE = (
    "email", "zone", "level", "capacity", "hours_a_month", "manager", "goal", "pronouns", "pronunciation",
    "headline", "async_ok", "arrived",
)  # fmt: skip


@dataclass(slots=True)
class Draft:
    """None, or an empty list, means that the file says nothing about it, and what is here stays.

    `answers` are by column index: a text, a list of texts or a number; `coded` the same by question, as
    codes. `groups` hold what goes to `inclusion` alone.
    """

    row: int
    name: str = ""
    email: str | None = None
    external_id: str = ""
    zone: str | None = None
    hours: list[Stretch] | None = None
    offered: list[Claimed] | None = None
    wanted: list[Claimed] | None = None
    level: int | None = None
    capacity: int | None = None
    hours_a_month: float | None = None
    languages: list[str] | None = None
    manager: str | None = None
    goal: str | None = None
    pronouns: str | None = None
    pronunciation: str | None = None
    headline: str | None = None
    async_ok: bool | None = None
    arrived: datetime | None = None
    answers: dict[int, Any] = field(default_factory=dict)
    coded: dict[UUID, Any] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)

    def join(self, other: "Draft") -> None:
        """Take from another row of the same person what this one lacks; lists are united."""
        for name in _SINGLE:
            if getattr(self, name) is None:
                setattr(self, name, getattr(other, name))
        self.name = self.name or other.name
        self.external_id = self.external_id or other.external_id
        self.offered = _united(self.offered, other.offered)
        self.wanted = _united(self.wanted, other.wanted)
        self.languages = list(dict.fromkeys([*(self.languages or ()), *(other.languages or ())])) or None
        if other.hours:
            self.hours = merged([*(self.hours or ()), *other.hours])
        self.answers = {**other.answers, **self.answers}
        self.groups = {**other.groups, **self.groups}


def _united(ours: Sequence[Claimed] | None, theirs: Sequence[Claimed] | None) -> list[Claimed] | None:
    """Each skill once; levels widen to hold both ranges, a must of either stays."""
    joined: dict[str, Claimed] = {}
    for claim in (*(ours or ()), *(theirs or ())):
        before = joined.get(claim.code)
        joined[claim.code] = _wider(before, claim) if before else claim
    return list(joined.values()) or None


def _wider(one: Claimed, other: Claimed) -> Claimed:
    if None in {one.low, one.high, other.low, other.high}:
        return one._replace(low=None, high=None, must=one.must or other.must)
    low, high = min(one.low or 0, other.low or 0), max(one.high or 0, other.high or 0)
    return one._replace(low=low, high=high, must=one.must or other.must)
