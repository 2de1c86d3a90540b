"""Circles: groups of 4 to 8 around a mentor, never with a manager beside their report, nobody the only one
of a group.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matchmaker.board import set_up
from matchmaker.kinship import in_line
from matchmaker.prepared import Prepared
from matchmaker.round import Choices
from matchmaker.sheet import positions
from matchmaker.solving.circles import circles


@dataclass(frozen=True)
class Circle:
    """A mentor and the mentees around them, by id; `fit` is the mean of their fits with the mentor."""

    mentor: str
    members: tuple[str, ...]
    fit: float


@dataclass(frozen=True)
class Circles:
    """What was formed, and who found no circle."""

    formed: tuple[Circle, ...]
    left_out: tuple[str, ...]


def form_circles(
    prepared: Prepared,
    *,
    smallest: int = 4,
    largest: int = 8,
    leads: Mapping[str, int] | None = None,
    groups: Mapping[str, Collection[str]] | None = None,
    weights: Mapping[str, float] | None = None,
) -> Circles:
    """Form circles among allowed pairs.

    `leads` says how many circles a mentor would lead (1 unless said, 0 without capacity); `groups` holds
    mentee ids by group of which nobody wishes to be the only one. `weights` are by criterion, as in a round.
    """
    setting = prepared.scoring.setting
    board = set_up(prepared.scoring, Choices(weights=dict(weights or {})))
    asked = {person.id: min(1, max(0, person.capacity)) for person in setting.mentors.people} | dict(
        leads or {}
    )
    ids = setting.mentees.ids
    edges = board.edges()
    found = circles(
        edges,
        np.array([asked[person.id] for person in setting.mentors.people], np.int32),
        smallest=smallest,
        largest=largest,
        apart=_apart(prepared),
        groups=np.array([[one in members for members in groups.values()] for one in ids], np.bool_)
        if groups
        else None,
    )
    formed = []
    for leader, members in zip(found.led_by, found.members, strict=True):
        fits = [float(edges.fit[edges.position(int(i), int(leader))]) for i in members]
        mentor = setting.mentors.people[int(leader)].id
        formed.append(
            Circle(mentor, tuple(ids[int(i)] for i in sorted(members)), sum(fits) / max(1, len(fits)))
        )
    return Circles(tuple(formed), tuple(ids[int(i)] for i in found.left_out))


def _apart(prepared: Prepared) -> NDArray[np.int64] | None:
    """Return pairs of mentee rows in one reporting line, int64[k, 2]."""
    rows = positions(prepared.scoring.setting.mentees)
    pairs = in_line(prepared.scoring.setting) or set()
    found = sorted({(i, j) for a, b in pairs for i in rows.get(a, ()) for j in rows.get(b, ()) if i < j})
    return np.array(found, np.int64).reshape(-1, 2) if found else None
