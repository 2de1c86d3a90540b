"""Ranking: in which order role models are shown. Pure: no database, no clock.

score = topic .5 + attainable distance .2 + a wish for shared experience .2 + freshness .1. Whoever has been
shown less than half of a fair share stands before everybody else, so that nobody is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Key = TypeVar("Key")

TOPIC, DISTANCE, WISH, FRESH = 0.5, 0.2, 0.2, 0.1
#: Topics that count in full; days after which a post is no news any more.
ENOUGH_TOPICS, OLD = 3, 28
#: Levels up → how attainable; one or two are best.
ATTAINABLE = {0: 0.5, 1: 1.0, 2: 1.0, 3: 0.5}
UNKNOWN, FAR, BEHIND = 0.5, 0.25, 0.0


@dataclass(frozen=True, slots=True)
class Facts:
    """What one reader and one role model have in common. `levels` is how many levels the role model stands
    above, None where nobody said; `days` the age of the newest post, None without one.
    """

    wanted: frozenset[str]
    offered: frozenset[str]
    levels: int | None
    looked_for: frozenset[str]
    lived: frozenset[str]
    days: float | None


def score(facts: Facts) -> float:
    """0 to 1."""
    return (
        TOPIC * _topic(facts)
        + DISTANCE * attainable(facts.levels)
        + WISH * _share(facts.looked_for, facts.lived)
        + FRESH * _fresh(facts.days)
    )


def attainable(levels: int | None) -> float:
    """One or two levels up are within reach; somebody far above discourages."""
    if levels is None:
        return UNKNOWN
    return ATTAINABLE.get(levels, BEHIND if levels < 0 else FAR)


def _topic(facts: Facts) -> float:
    if not facts.wanted:
        return 0.0
    return min(1.0, len(facts.wanted & facts.offered) / min(ENOUGH_TOPICS, len(facts.wanted)))


def _share(looked_for: frozenset[str], lived: frozenset[str]) -> float:
    return len(looked_for & lived) / len(looked_for) if looked_for else 0.0


def _fresh(days: float | None) -> float:
    return 0.0 if days is None else max(0.0, 1 - days / OLD)


def ranked(scores: Mapping[Key, float], *, shown: Mapping[Key, int], everybody: Iterable[Key]) -> list[Key]:
    """The keys of `scores`, best first, but whoever is below the floor before them, least shown first."""
    floor = floor_of([shown.get(each, 0) for each in everybody])
    below = [each for each in scores if shown.get(each, 0) < floor]
    rest = [each for each in scores if shown.get(each, 0) >= floor]
    below.sort(key=lambda each: (shown.get(each, 0), -scores[each]))
    rest.sort(key=lambda each: -scores[each])
    return below + rest


def floor_of(shown: Sequence[int]) -> float:
    """Half of a fair share of all showings."""
    return sum(shown) / len(shown) / 2 if shown else 0.0
