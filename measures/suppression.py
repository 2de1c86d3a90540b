"""What may be published about small groups: nothing below k, nothing that subtraction gives away, counts
rounded.

Source: L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control (2001), chapters on tables.
"""

from collections.abc import Sequence

K = 10
BASE = 5


def rounded(count: int, *, base: int = BASE) -> int:
    """Return the nearest multiple of base; halves go up."""
    return (2 * count + base) // (2 * base) * base


def hidden(counts: Sequence[int], *, k: int = K) -> list[bool]:
    """Return which counts of one row stay hidden when their sum is known.

    Every count from 1 to k-1 is hidden. If what is hidden is one cell alone, or adds up to less than k,
    subtraction from the sum would show it, so the smallest shown count is hidden too, until the hidden are
    at least two and at least k.
    """
    hide = [0 < count < k for count in counts]
    while any(hide) and not _safe(counts, hide, k):
        shown = [(count, place) for place, count in enumerate(counts) if not hide[place] and count > 0]
        if not shown:
            break
        hide[min(shown)[1]] = True
    return hide


def _safe(counts: Sequence[int], hide: Sequence[bool], k: int) -> bool:
    inside = [count for count, hid in zip(counts, hide, strict=True) if hid]
    return len(inside) > 1 and sum(inside) >= k


def hidden_table(counts: Sequence[Sequence[int]], *, k: int = K) -> list[list[bool]]:
    """Return which cells of a table stay hidden when the sums of its rows and columns are known.

    Rows and columns are hidden in turn as `hidden` does, until nothing changes.
    """
    hide = [[0 < count < k for count in row] for row in counts]
    before: list[list[bool]] = []
    while hide != before:
        before = [list(row) for row in hide]
        hide = [_covered(row, hid, k) for row, hid in zip(counts, hide, strict=True)]
        columns = [
            _covered(list(column), list(hid), k)
            for column, hid in zip(zip(*counts, strict=True), zip(*hide, strict=True), strict=True)
        ]
        hide = [list(row) for row in zip(*columns, strict=True)]
    return hide


def _covered(counts: Sequence[int], hide: Sequence[bool], k: int) -> list[bool]:
    covered = list(hide)
    while any(covered) and not _safe(counts, covered, k):
        shown = [(count, place) for place, count in enumerate(counts) if not covered[place] and count > 0]
        if not shown:
            break
        covered[min(shown)[1]] = True
    return covered
