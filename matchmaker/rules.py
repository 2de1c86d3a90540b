"""What is asked of a round: columns, gates, criteria and the round itself. The same mapping as a file
R.toml.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from matchmaker.asked import SIDES, Criterion, criteria_of, plain
from matchmaker.refusal import Refusal, only

T = TypeVar("T")
AIMS = ("most_matched", "total_fit", "maximin", "stable")
SINGLE = (
    "id",
    "zone",
    "arrived",
    "capacity",
    "monthly_hours",
    "languages",
    "hours",
    "async",
    "manager",
    "training",
    "person",
    "blocked",
)


@dataclass(frozen=True)
class Gates:
    """Numbers of the gates. `empty` = "shut": a mapped gate does not hold where a cell it needs is empty;
    "open": it does. `monthly_hours_each` is what one mentee asks of a mentor's hours a month: two meetings
    of 45 minutes.
    """

    hours_minutes: int = 60
    monthly_hours_each: float = 1.5
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
        only(mapping, {"columns", "criterion", "gates", "round"}, "the rules")
        columns = dict(_table(mapping, "columns"))
        groups = columns.pop("group", [])
        rules = cls(
            columns={side: _columns(columns, side) for side in SIDES},
            criteria=criteria_of(mapping.get("criterion", [])),
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
            "criterion": [plain(criterion) for criterion in self.criteria],
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
        if self.gates.monthly_hours_each <= 0:
            raise Refusal("[gates] monthly_hours_each is a number of hours above 0.")
        used = {column for one in self.criteria for column in (one.mentor, one.mentee) if column}
        used |= {str(one.options.get("level", "")) for one in self.criteria} | set(self.wishes.parity)
        for column in self.groups:
            if column in used:
                raise Refusal(
                    f'"{column}" is listed under group, which only the fairness report may read; take it out'
                    " of the criteria and of parity, or out of group."
                )


def _table(mapping: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = mapping.get(name, {})
    if not isinstance(table, Mapping):
        raise Refusal(f"[{name}] has to be a table.")
    return table


def _columns(columns: Mapping[str, Any], side: str) -> dict[str, str]:
    """Return the keys of one side: what both share, then what differs here."""
    shared = {key: value for key, value in columns.items() if key not in SIDES}
    merged = {**shared, **_table(columns, side)}
    only(merged, set(SINGLE), "[columns]")
    for key, value in merged.items():
        if not isinstance(value, str):
            raise Refusal(f'[columns] {key} has to be the name of a column in quotes, like {key} = "{key}".')
    return {key: value for key, value in merged.items() if value}


def _filled(kind: type[T], table: Mapping[str, Any], where: str) -> T:
    """Return the settings of a table over their defaults, refusing what is unknown or of the wrong type."""
    default_of: Any = kind()
    only(table, set(asdict(default_of)), where)
    read: dict[str, Any] = {}
    for key, value in table.items():
        default = getattr(default_of, key)
        if isinstance(default, tuple):
            read[key] = tuple([value] if isinstance(value, str) else value)
        elif isinstance(default, str) is not isinstance(value, str) or isinstance(value, (bool, list, dict)):
            raise Refusal(f"{where} {key} cannot be {value!r}; it is {default!r} unless you say otherwise.")
        else:
            read[key] = type(default)(value)
    return kind(**read)
