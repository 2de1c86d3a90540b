"""Rolling: newcomers are matched against what is free, and pairs that are made stay made unless they may
move.
"""

from collections.abc import Iterable

from matchmaker.prepared import Prepared
from matchmaker.round import Round


def roll(
    prepared: Prepared,
    kept: Iterable[tuple[str, str]],
    *,
    allow_moves: bool = False,
    forbidden: Iterable[tuple[str, str]] = (),
    seed: int = 0,
) -> Round:
    """Play a round around kept pairs (mentee id, mentor id).

    Kept pairs are fixed; with `allow_moves` they carry the rules' keep_bonus instead, so a few move where
    much is won. A request that lapsed is rolled again with its pair among `forbidden`: the next best follows.
    """
    here = _those_present(prepared, kept)
    if allow_moves:
        return prepared.play(kept=here, forbidden=forbidden, seed=seed)
    return prepared.play(locked=here, forbidden=forbidden, seed=seed)


def _those_present(prepared: Prepared, kept: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    mentees = {person.id for person in prepared.cohort.mentees}
    mentors = {person.id for person in prepared.cohort.mentors}
    return [(mentee, mentor) for mentee, mentor in kept if mentee in mentees and mentor in mentors]
