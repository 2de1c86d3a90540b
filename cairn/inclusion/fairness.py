"""Whether a run treats groups alike, as tables that say nothing about a person.

For each side and dimension: how many there are (rounded to 5), the share matched and its ratio to the best
group's (to 5 %), mean fit. A group below ten is hidden, and so is a further one wherever subtraction would
give it away; the numbers of a hidden group are not in the answer at all. A ratio counts as adverse below four
fifths and with p < .05 (Fisher). Newer tables come only when ten people or more changed (`fairness_report`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from cairn.inclusion.self_identification import SelfIdentification, opened
from cairn.matching.pairing import Pairing
from cairn.programmes.enrolment import SIDES, Enrolment
from measures.impact import impact
from measures.suppression import K, hidden, hidden_table, rounded

if TYPE_CHECKING:
    from cairn.matching.run import Run

#: Shares are published in steps of this, means of fit to two places.
STEP = 0.05
Words = Mapping[UUID, str]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group. Where it is `hidden` everything else is None. `count` is rounded to 5, `rate` to 5 %.

    `ratio` is the rate over that of the group that fares best, to 5 %; `adverse` that it is low and hardly
    by chance.
    """

    group: str
    hidden: bool
    count: int | None = None
    rate: float | None = None
    ratio: float | None = None
    adverse: bool = False
    mean_fit: float | None = None


@dataclass(frozen=True, slots=True)
class GroupTable:
    """One side of a run by one dimension. `enough` is False where not even two groups may be shown."""

    dimension: str
    side: str
    rows: tuple[GroupRow, ...] = ()
    enough: bool = False


@dataclass(slots=True)
class _Tally:
    """Counts of one group while they are gathered; never leaves this file."""

    total: int = 0
    matched: int = 0
    fits: list[float] = field(default_factory=list)


def fits_of(run: "Run") -> dict[UUID, list[float]]:
    """The fits of everybody a run has matched, by person."""
    fits: dict[UUID, list[float]] = defaultdict(list)
    pairs = Pairing.objects.filter(run=run).values_list("mentor__person", "mentee__person", "fit")
    for mentor, mentee, fit in pairs:
        fits[mentor].append(fit)
        fits[mentee].append(fit)
    return dict(fits)


def tables_of(run: "Run", *, fits: Mapping[UUID, list[float]]) -> list[GroupTable]:
    """Each side by each dimension that people said something in."""
    here: dict[str, list[UUID]] = {side: [] for side in SIDES}
    places = Enrolment.objects.filter(programme=run.programme_id, arrived_at__lte=run.made_at)
    for side, person in places.values_list("side", "person"):
        here[side].append(person)
    said = _said({person for people in here.values() for person in people})
    return [
        _table(dimension, side, _tallies(here[side], words, fits))
        for dimension, words in sorted(said.items())
        for side in SIDES
    ]


def tables_among(people: Sequence[UUID], *, chosen: Iterable[UUID], side: str) -> list[GroupTable]:
    """One side by each dimension, for a choice that no run made."""
    fits: dict[UUID, list[float]] = {person: [] for person in chosen}
    said = _said(set(people))
    return [
        _table(dimension, side, _tallies(people, words, fits)) for dimension, words in sorted(said.items())
    ]


def crossed(*, run: "Run", first: str, second: str, side: str) -> list[list[int | None]]:
    """How many of one side are in each pair of groups, rounded to 5; None where it stays hidden.

    Rows and columns are the groups of the two dimensions in the order of their words; two is the most.
    """
    people = list(
        Enrolment.objects.filter(programme=run.programme_id, side=side).values_list("person", flat=True)
    )
    said = _said(set(people))
    one, other = said.get(first, {}), said.get(second, {})
    counts = Counter((one[person], other[person]) for person in people if person in one and person in other)
    across, down = sorted(set(one.values())), sorted(set(other.values()))
    table = [[counts[row, column] for column in down] for row in across]
    hide = hidden_table(table) if table and down else []
    return [
        [None if hid else rounded(count) for count, hid in zip(row, hides, strict=True)]
        for row, hides in zip(table, hide, strict=True)
    ]


def _said(people: set[UUID]) -> dict[str, Words]:
    """Folded words by dimension and person. The one place where they are opened."""
    by_dimension: dict[str, dict[UUID, str]] = defaultdict(dict)
    for row, words in opened(SelfIdentification.objects.filter(person__in=people)):
        by_dimension[row.dimension][row.person_id] = words
    return dict(by_dimension)


def _tallies(people: Sequence[UUID], words: Words, fits: Mapping[UUID, list[float]]) -> dict[str, _Tally]:
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for person in people:
        if person in words:
            tally = tallies[words[person]]
            tally.total += 1
            tally.matched += person in fits
            tally.fits += fits.get(person, [])
    return dict(tallies)


def _table(dimension: str, side: str, tallies: Mapping[str, _Tally]) -> GroupTable:
    names = sorted(tallies, key=lambda name: (-tallies[name].total, name))
    hide = hidden([tallies[name].total for name in names])
    shown = [name for name, hid in zip(names, hide, strict=True) if not hid]
    if len(shown) < 2:  # noqa: PLR2004 - one group alone cannot be compared
        return GroupTable(dimension, side)
    # The four-fifths rule holds every group against the one that fares best; of several, the largest.
    best = max(
        (tallies[name] for name in shown), key=lambda tally: (tally.matched / tally.total, tally.total)
    )
    rows = [_row(name, tallies[name], best) for name in shown]
    others = [GroupRow("", hidden=True)] if any(hide) else []
    return GroupTable(dimension, side, (*rows, *others), enough=True)


def _row(name: str, tally: _Tally, reference: _Tally) -> GroupRow:
    found = impact(
        chosen=tally.matched,
        total=tally.total,
        reference_chosen=reference.matched,
        reference_total=reference.total,
    )
    return GroupRow(
        group=name,
        hidden=False,
        count=rounded(tally.total),
        rate=_stepped(tally.matched / tally.total),
        ratio=None if found.ratio is None else _stepped(found.ratio),
        adverse=found.adverse,
        # A mean over fewer than ten would be about few people.
        mean_fit=round(sum(tally.fits) / len(tally.fits), 2) if len(tally.fits) >= K else None,
    )


def _stepped(share: float) -> float:
    return round(round(share / STEP) * STEP, 2)
