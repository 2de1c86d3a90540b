"""Two rounds side by side: who changed, and what it costs."""

from dataclasses import dataclass

from matchmaker.round import Round

Changed = tuple[str, str | None, str | None]


@dataclass(frozen=True)
class Comparison:
    """`changed` holds (mentee, mentor in a or None, mentor in b or None) for everybody whose mentor is not
    the same.
    """

    changed: tuple[Changed, ...]
    same: int
    total_a: float
    total_b: float
    matched_a: int
    matched_b: int
    mean_a: float
    mean_b: float
    minimum_a: float
    minimum_b: float


def compare(a: Round, b: Round) -> Comparison:
    """Lay two rounds side by side; they need not be of the same people."""
    first, second = a.mentor_of(), b.mentor_of()
    changed: list[Changed] = []
    same = 0
    for mentee in sorted(first.keys() | second.keys()):
        had, has = set(first.get(mentee, ())), set(second.get(mentee, ()))
        same += len(had & has)
        lost, gained = sorted(had - has), sorted(has - had)
        for place in range(max(len(lost), len(gained))):
            before = lost[place] if place < len(lost) else None
            changed.append((mentee, before, gained[place] if place < len(gained) else None))
    return Comparison(
        changed=tuple(changed),
        same=same,
        total_a=a.total,
        total_b=b.total,
        matched_a=len(a.pairs),
        matched_b=len(b.pairs),
        mean_a=a.mean,
        mean_b=b.mean,
        minimum_a=a.minimum,
        minimum_b=b.minimum,
    )
