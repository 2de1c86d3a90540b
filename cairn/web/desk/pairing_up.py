"""Which two runs are laid side by side."""

from collections.abc import Mapping, Sequence

from cairn.matching.run import Run


def two_of(runs: Sequence[Run], said: Mapping[str, str]) -> tuple[Run, Run]:
    """The runs numbered `a` and `b`; what is not there becomes the newest, and the newest before it, of the
    same format if there is one.
    """
    numbered = {str(run.number): run for run in runs}
    other = numbered.get(said.get("b", ""), runs[-1])
    before = sorted((run for run in runs if run != other), key=lambda run: run.format == other.format)
    one = numbered.get(said.get("a", ""), before[-1])
    return (one, other) if one != other else (before[-1], other)
