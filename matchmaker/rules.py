"""What is asked of a round: columns, gates, criteria and the round itself. The same mapping as a file
R.toml.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

from matchmaker.refusal import Refusal, meant

T = TypeVar("T")
LARGEST = 1e9
AIMS = ("most_matched", "total_fit", "maximin", "stable")
SINGLE = (
    "id",
    "zone",
    "arrived",
    "capacity",
    "languages",
    "hours",
    "async",
    "manager",
    "training",
    "person",
    "blocked",
)
SIDES = ("mentor", "mentee")
OPTIONS: dict[str, frozenset[str]] = {
    "skills": frozenset({"level"}),
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


@dataclass(frozen=True)
class Gates:
    """Numbers of the gates. `empty` = "shut": a mapped gate does not hold where a cell it needs is empty;
    "open": it does.
    """

    hours_minutes: int = 60
    levels: int = 2
    empty: str = "shut"


@dataclass(frozen=True)
class Wishes:
    """The [round] table: what the round is for, and its options. Shares and fits are 0-1."""

    aim: str = "most_matched"
    minimum_fit: float = 0.0
    parity: tuple[str, ...] = ()
    keep_bonus: float = 0.05
    reserve: float = 0.0
    strong: float = 0.7
    good: float = 0.45


@dataclass(frozen=True)
class Rules:
    """Everything a coordinator decides about a round. `columns` maps side and key to a column name."""

    columns: Mapping[str, Mapping[str, str]]
    criteria: tuple[Criterion, ...]
    gates: Gates = Gates()
    wishes: Wishes = Wishes()
    groups: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Rules":
        """Read TOML; raises Refusal with the line where it stops making sense."""
        try:
            return cls.from_mapping(tomllib.loads(text))
        except tomllib.TOMLDecodeError as fault:
            raise Refusal(f"The rules are not readable as TOML: {fault}.") from fault

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> "Rules":
        """Read the mapping of an R.toml; raises Refusal for anything it does not know."""
        _only(mapping, {"columns", "criterion", "gates", "round"}, "the rules")
        columns = dict(_table(mapping, "columns"))
        groups = columns.pop("group", [])
        rules = cls(
            columns={side: _columns(columns, side) for side in SIDES},
            criteria=_criteria(mapping.get("criterion", [])),
            gates=_filled(Gates, _table(mapping, "gates"), "[gates]"),
            wishes=_filled(Wishes, _table(mapping, "round"), "[round]"),
            groups=tuple([groups] if isinstance(groups, str) else groups),
        )
        rules.refuse_nonsense()
        return rules

    def mapping(self) -> dict[str, Any]:
        """Return what from_mapping reads, so that rules can be stored, compared and edited."""
        columns: dict[str, Any] = {side: dict(self.columns[side]) for side in SIDES}
        return {
            "columns": {**columns, "group": list(self.groups)},
            "criterion": [_plain(criterion) for criterion in self.criteria],
            "gates": asdict(self.gates),
            "round": {**asdict(self.wishes), "parity": list(self.wishes.parity)},
        }

    def column(self, side: str, key: str) -> str | None:
        """Return the column mapped to a key on a side, if any."""
        return self.columns[side].get(key)

    def refuse_nonsense(self) -> None:
        """Raise Refusal where numbers or names cannot be meant."""
        if self.wishes.aim not in AIMS:
            raise Refusal(f'The aim "{self.wishes.aim}" is not known; use one of {", ".join(AIMS)}.')
        if self.gates.empty not in {"shut", "open"}:
            raise Refusal('[gates] empty is either "shut" or "open".')
        if not 0 <= self.wishes.reserve < 1 or not 0 <= self.wishes.minimum_fit <= 1:
            raise Refusal("[round] reserve and minimum_fit are shares between 0 and 1.")
        used = {column for one in self.criteria for column in (one.mentor, one.mentee) if column}
        used |= {str(one.options.get("level", "")) for one in self.criteria} | set(self.wishes.parity)
        for column in self.groups:
            if column in used:
                raise Refusal(
                    f'"{column}" is listed under group, which only the fairness report may read; take it out'
                    " of the criteria and of parity, or out of group."
                )


def _only(mapping: Mapping[str, Any], known: set[str] | frozenset[str], where: str) -> None:
    for key in mapping:
        if key not in known:
            raise Refusal(f'"{key}" is not a setting of {where}.{meant(key, known)}')


def _table(mapping: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = mapping.get(name, {})
    if not isinstance(table, Mapping):
        raise Refusal(f"[{name}] has to be a table.")
    return table


def _columns(columns: Mapping[str, Any], side: str) -> dict[str, str]:
    """Return the keys of one side: what both share, then what differs here."""
    shared = {key: value for key, value in columns.items() if key not in SIDES}
    merged = {**shared, **_table(columns, side)}
    _only(merged, set(SINGLE), "[columns]")
    for key, value in merged.items():
        if not isinstance(value, str):
            raise Refusal(f'[columns] {key} has to be the name of a column in quotes, like {key} = "{key}".')
    return {key: value for key, value in merged.items() if value}


def _criteria(listed: Any) -> tuple[Criterion, ...]:
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
    _only(one, CRITERION | OPTIONS[kind], where)
    for key in NUMBERS & set(one):
        if (
            isinstance(one[key], bool)
            or not isinstance(one[key], (int, float))
            or not abs(one[key]) < LARGEST
        ):
            raise Refusal(f"{key} of {where} has to be a number.")
    if one.get("weight", 1) < 0 or one.get("side", "both") not in {"both", *SIDES}:
        raise Refusal(f"{where.capitalize()} needs a weight from 0 on, and a side of both, mentor or mentee.")
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


def _filled(kind: type[T], table: Mapping[str, Any], where: str) -> T:
    """Return the settings of a table over their defaults, refusing what is unknown or of the wrong type."""
    plain: Any = kind()
    _only(table, set(asdict(plain)), where)
    read: dict[str, Any] = {}
    for key, value in table.items():
        default = getattr(plain, key)
        if isinstance(default, tuple):
            read[key] = tuple([value] if isinstance(value, str) else value)
        elif isinstance(default, str) is not isinstance(value, str) or isinstance(value, (bool, list, dict)):
            raise Refusal(f"{where} {key} cannot be {value!r}; it is {default!r} unless you say otherwise.")
        else:
            read[key] = type(default)(value)
    return kind(**read)


def _plain(criterion: Criterion) -> dict[str, Any]:
    told = {
        key: value for key, value in asdict(criterion).items() if key != "options" and value not in ("", None)
    }
    return {**told, **criterion.options}
