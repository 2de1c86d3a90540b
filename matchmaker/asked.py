"""A criterion as the rules ask for it: its kind, its columns, its weight, and the settings of its kind."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from matchmaker.refusal import Refusal, meant, only

SIDES = ("mentor", "mentee")
LARGEST = 1e9
OPTIONS: dict[str, frozenset[str]] = {
    "skills": frozenset({"level"}),
    "swap": frozenset({"offers", "wants", "floor"}),
    "text": frozenset({"floor"}),
    "same": frozenset(),
    "different": frozenset(),
    "gap": frozenset({"ideal", "range"}),
    "hours": frozenset({"target_minutes"}),
    "values": frozenset(),
    "pick": frozenset(),
    "distance": frozenset({"reach_km", "far"}),
    "waiting": frozenset({"days"}),
}
CRITERION = frozenset({"id", "kind", "mentor", "mentee", "weight", "must", "side", "at_least"})
NUMBERS = frozenset({"weight", "at_least", "floor", "ideal", "range", "target_minutes", "reach_km", "days"})


@dataclass(frozen=True)
class Criterion:
    """One rule about a pair. `side` says whose view it counts in; `at_least` is the part a `must` has to
    reach.
    """

    id: str
    kind: str
    mentor: str = ""
    mentee: str = ""
    weight: float = 1.0
    must: bool = False
    side: str = "both"
    at_least: float | None = None
    options: Mapping[str, Any] = field(default_factory=dict)


def criteria_of(listed: Any) -> tuple[Criterion, ...]:
    """Read the [[criterion]] tables; raises Refusal for anything unknown."""
    if not isinstance(listed, Sequence) or not all(isinstance(one, Mapping) for one in listed):
        raise Refusal("Criteria are written as [[criterion]] tables, with two brackets.")
    kinds = [str(one.get("kind", "")) for one in listed]
    names = [str(one.get("id") or _name(kinds, place)) for place, one in enumerate(listed)]
    if len(set(names)) < len(names):
        raise Refusal("Two criteria have the same id; give each its own.")
    return tuple(_criterion(one, name) for one, name in zip(listed, names, strict=True))


def _name(kinds: list[str], place: int) -> str:
    before = kinds[:place].count(kinds[place])
    return f"{kinds[place]}-{before + 1}" if before else kinds[place]


def _criterion(one: Mapping[str, Any], name: str) -> Criterion:
    kind = str(one.get("kind", ""))
    if kind not in OPTIONS:
        raise Refusal(
            f'The criterion kind "{kind}" is not known; use one of {", ".join(OPTIONS)}.'
            f"{meant(kind, OPTIONS)}"
        )
    where = f'the criterion "{name}"'
    only(one, CRITERION | OPTIONS[kind], where)
    for key in NUMBERS & set(one):
        if (
            isinstance(one[key], bool)
            or not isinstance(one[key], (int, float))
            or not abs(one[key]) < LARGEST
        ):
            raise Refusal(f"{key} of {where} has to be a number.")
    if one.get("weight", 1) < 0 or one.get("side", "both") not in {"both", *SIDES}:
        raise Refusal(f"{where.capitalize()} needs a weight from 0 on, and a side of both, mentor or mentee.")
    if kind == "swap" and not all(isinstance(one.get(key), str) for key in ("offers", "wants")):
        raise Refusal(f"{where.capitalize()} has to name the columns of the way back, offers and wants.")
    mentor, mentee = _pair_of_columns(one, kind, where)
    return Criterion(
        id=name,
        kind=kind,
        mentor=mentor,
        mentee=mentee,
        weight=float(one.get("weight", 1.0)),
        must=bool(one.get("must", False)),
        side=str(one.get("side", "both")),
        at_least=one.get("at_least"),
        options={key: one[key] for key in sorted(OPTIONS[kind]) if key in one},
    )


def _pair_of_columns(one: Mapping[str, Any], kind: str, where: str) -> tuple[str, str]:
    mentor, mentee = str(one.get("mentor") or ""), str(one.get("mentee") or "")
    if kind in {"waiting", "pick"}:
        if kind == "pick" and not (mentor or mentee):
            raise Refusal(f"{where.capitalize()} has to name the column with the wishes, mentor or mentee.")
        return mentor, mentee
    if not (mentor or mentee):
        raise Refusal(f'{where.capitalize()} has to name its columns, like mentor = "…" and mentee = "…".')
    return mentor or mentee, mentee or mentor


def plain(criterion: Criterion) -> dict[str, Any]:
    """Return the table a criterion was read from."""
    told = {
        key: value for key, value in asdict(criterion).items() if key != "options" and value not in ("", None)
    }
    return {**told, **criterion.options}
