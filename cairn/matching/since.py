"""What changed since the last run that was kept: the small figures under the large ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cairn.matching.pairing import Pairing

if TYPE_CHECKING:
    from cairn.matching.run import Run
    from matchmaker import Round


@dataclass(frozen=True)
class Since:
    """Figures of the last run, and how many of its mentees would now meet somebody else."""

    number: int
    matched: int
    strong_or_good: float
    worst: float
    mean: float
    moved: int


def since_last_run(run: Run | None, solved: Round) -> Since | None:
    """The run as it stands now, changes by hand included; one query. None before the first run."""
    if run is None:
        return None
    rows = Pairing.objects.filter(run=run).values_list(
        "mentee__person_id", "mentor__person_id", "fit", "strength"
    )
    before = {str(mentee): (str(mentor), fit, strength) for mentee, mentor, fit, strength in rows}
    now = {pair.mentee: pair.mentor for pair in solved.pairs}
    fits = [fit for _, fit, _ in before.values()]
    good = sum(strength != "stretch" for _, _, strength in before.values())
    return Since(
        number=run.number,
        matched=len(before),
        strong_or_good=good / len(before) if before else 0.0,
        worst=min(fits, default=0.0),
        mean=sum(fits) / len(fits) if fits else 0.0,
        moved=sum(now.get(mentee) != mentor for mentee, (mentor, _, _) in before.items()),
    )
