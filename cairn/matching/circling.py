"""The round of a format: pairs for most, circles where people come together in groups.

A circle is the pairs that share a mentor, so everything that is done with a run works for it. Nobody is in a
circle smaller than its format asks for; whoever finds none waits, and is told so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from measures.inequality import gini

if TYPE_CHECKING:
    from cairn.matching.act import Pair
    from cairn.matching.rulebook import Rulebook
    from cairn.matching.workbench import Bench
    from matchmaker import Round


def round_for(
    bench: Bench, book: Rulebook, *, locked: Collection[Pair], seed: int = 0
) -> tuple[Round, frozenset[Pair] | None]:
    """The round of these rules, and the pairs of it that count (None: all). Locks are for pairs; circles are
    formed anew.
    """
    if not book.kind.group.is_circle:
        return bench.play(weights=book.weights, aim=book.aim, locked=sorted(locked), seed=seed), None
    circles = bench.circles(book)
    seated = frozenset((mentee, each.mentor) for each in circles.formed for mentee in each.members)
    solved = bench.play(weights=book.weights, aim=book.aim, locked=sorted(seated), seed=seed)
    return solved, seated


def only(solved: Round, seated: frozenset[Pair] | None) -> Round:
    """The round with these of its pairs; everybody else waits. Its bound is one of pairs and proves nothing
    about circles.
    """
    from matchmaker import Reason, Unmatched  # noqa: PLC0415 - see Inputs.prepared

    if seated is None:
        return solved
    pairs = [pair for pair in solved.pairs if (pair.mentee, pair.mentor) in seated]
    fits = [pair.fit for pair in pairs]
    loose = [pair.mentee for pair in solved.pairs if (pair.mentee, pair.mentor) not in seated]
    waiting = [Unmatched(mentee, Reason("circle", "no_circle")) for mentee in loose]
    around = Counter(pair.mentor for pair in pairs)
    load = {mentor: around[mentor] for mentor in solved.load}
    bands = Counter(min(int(fit * 10), 9) for fit in fits)
    return replace(
        solved,
        pairs=pairs,
        unmatched=[*solved.unmatched, *waiting],
        total=sum(fits),
        minimum=min(fits, default=0.0),
        mean=sum(fits) / len(fits) if fits else 0.0,
        histogram=[bands[band] for band in range(10)],
        load=load,
        gini=gini(list(load.values())),
        exact=False,
    )
