"""Which two runs are laid side by side."""

from collections.abc import Mapping, Sequence

from cairn.matching.run import Run


def two_of(runs: Sequence[Run], said: Mapping[str, str]) -> tuple[Run, Run]:
    """The runs numbered `a` and `b`; what is not there becomes the newest but one and the newest."""
    numbered = {str(run.number): run for run in runs}
    other = numbered.get(said.get("b", ""), runs[-1])
    before = [run for run in runs if run != other]
    one = numbered.get(said.get("a", ""), before[-1])
    return (one, other) if one != other else (before[-1], other)
