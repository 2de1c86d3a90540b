"""The rulebook: what a programme asks of its matches, as one section of its settings.

A criterion names its source, never a label: `skills`, `hours`, `languages`, `goal`, `waiting`, or `q:` and
the code of a question. Weights are whole numbers from 0 to 10, as on the sliders. Every change gives a new
rulebook; `save` makes it a new version of the programme's settings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cairn.matching.cells import QUESTION
from cairn.matching.refusal import Refused
from cairn.programmes.format import ONE_TO_ONE, Format, kind_of

if TYPE_CHECKING:
    from cairn.people.person import Person
    from cairn.programmes.programme import Programme

SECTION = "matching"
AIMS = ("most_matched", "total_fit", "maximin", "stable")
MOST = 10
#: Hours a month of one mentorship: two meetings of 45 minutes unless said, a working week at most.
EACH_MONTH, MOST_MONTHLY = 1.5, 40
#: Sources that only some formats have, and their kinds.
OF_FORMATS = {"swap": "swap"}
PLAIN = {"skills": "skills", "hours": "hours", "goal": "text", "languages": "values", "waiting": "waiting"}
KINDS_OF_QUESTION = {
    "choice": ("same", "different"),
    "choices": ("values", "same", "different"),
    "number": ("gap",),
    "scale": ("gap",),
    "text": ("text",),
}
OPTIONS = frozenset({"ideal", "range", "target_minutes", "days", "floor", "at_least"})


#: Columns of some kinds beside those named like the source.
_MORE_COLUMNS = {
    "skills": {"level": "level"},
    "swap": {"mentor": "skills", "mentee": "skills", "offers": "offers", "wants": "wants"},
}


@dataclass(frozen=True)
class Criterion:
    """One wish, or one condition where `must`. `options` are numbers of its kind, such as the ideal step
    of a `gap`.
    """

    id: str
    kind: str
    source: str
    weight: int = 1
    must: bool = False
    options: Mapping[str, float] = field(default_factory=dict)

    def as_section(self) -> dict[str, Any]:
        """As the settings hold it."""
        told = {
            "id": self.id,
            "kind": self.kind,
            "source": self.source,
            "weight": self.weight,
            "must": self.must,
        }
        return {**told, **({"options": dict(self.options)} if self.options else {})}

    def as_engine(self) -> dict[str, Any]:
        """As the engine reads it: a column of the same name on both sides."""
        told: dict[str, Any] = {"id": self.id, "kind": self.kind, "weight": self.weight, "must": self.must}
        columns = {} if self.kind == "waiting" else {"mentor": self.source, "mentee": self.source}
        return {**told, **columns, **_MORE_COLUMNS.get(self.kind, {}), **self.options}


@dataclass(frozen=True)
class Gates:
    """What must hold for every pair. `hours` is minutes a week together (0: off), `line` levels of a
    reporting line. `monthly` is how many of a mentor's hours a month one mentorship takes (0: off); it limits
    the places of those who told their hours.

    `empty` says what an empty cell means to a gate: "shut" (it does not hold until known) or "open".
    """

    language: bool = True
    hours: int = 60
    monthly: float = 0
    line: int = 2
    training: bool = False
    empty: str = "shut"


@dataclass(frozen=True)
class Rulebook:
    """All of it. `aim` is one of AIMS, `minimum_fit` 0–1, `reserve` the share of places held back, 0–1.

    `format` is the id of the format these rules bring people together for.
    """

    criteria: tuple[Criterion, ...] = ()
    gates: Gates = Gates()
    aim: str = "most_matched"
    minimum_fit: float = 0.0
    reserve: float = 0.0
    parity: tuple[str, ...] = ()
    format: str = ONE_TO_ONE

    @property
    def kind(self) -> Format:
        """The format these rules are for."""
        return kind_of(self.format)

    @classmethod
    def parse(cls, section: Mapping[str, Any]) -> Rulebook:
        """Read a section of the settings; raises Refused for what it does not know."""
        try:
            criteria = tuple(Criterion(**each) for each in section.get("criteria", ()))
            rest = {
                key: value for key, value in section.items() if key not in {"criteria", "gates", "parity"}
            }
            book = cls(
                criteria, Gates(**section.get("gates", {})), parity=tuple(section.get("parity", ())), **rest
            )
        except TypeError as fault:
            raise Refused("unknown_rule", _("These rules name something that is not known here.")) from fault
        book.refuse_nonsense()
        return book

    def as_section(self) -> dict[str, Any]:
        """What `parse` reads."""
        return {
            "criteria": [each.as_section() for each in self.criteria],
            "gates": {name: getattr(self.gates, name) for name in Gates.__dataclass_fields__},
            "aim": self.aim,
            "minimum_fit": self.minimum_fit,
            "reserve": self.reserve,
            "parity": list(self.parity),
            "format": self.format,
        }

    def as_engine(self) -> dict[str, Any]:
        """The engine's mapping. A gate that is off has no column mapped."""
        columns: dict[str, Any] = {"id": "id", "zone": "zone", "async": "async"}
        columns |= {"languages": "gate:languages"} if self.gates.language else {}
        columns |= {"hours": "gate:hours"} if self.gates.hours else {}
        columns |= {"mentor": {"monthly_hours": "gate:monthly_hours"}} if self.gates.monthly else {}
        columns |= {"training": "training"} if self.gates.training else {}
        gates: dict[str, Any] = {"levels": self.gates.line, "empty": self.gates.empty}
        gates |= {"hours_minutes": self.gates.hours} if self.gates.hours else {}
        gates |= {"monthly_hours_each": self.gates.monthly} if self.gates.monthly else {}
        wishes = {"aim": self.aim, "minimum_fit": self.minimum_fit, "reserve": self.reserve}
        return {
            "columns": columns,
            "criterion": [each.as_engine() for each in self.criteria],
            "gates": gates,
            "round": {**wishes, "parity": list(self.parity)},
        }

    @property
    def weights(self) -> dict[str, int]:
        """Weight by criterion id."""
        return {each.id: each.weight for each in self.criteria}

    def criterion(self, id: str) -> Criterion:
        """The one with this id; raises Refused where there is none."""
        for each in self.criteria:
            if each.id == id:
                return each
        raise Refused(
            "no_such_rule", _("This rule is no longer there. Reload the page to see the rules as they are.")
        )

    def with_weights(self, weights: Mapping[str, int]) -> Rulebook:
        """Other weights for some or all criteria."""
        for id_ in weights:
            self.criterion(id_)
        return self._checked(
            criteria=tuple(replace(each, weight=weights.get(each.id, each.weight)) for each in self.criteria)
        )

    def with_must(self, id: str, *, must: bool) -> Rulebook:
        """A wish becomes a condition, or a condition a wish."""
        chosen = self.criterion(id)
        return self._checked(
            criteria=tuple(replace(each, must=must) if each is chosen else each for each in self.criteria)
        )

    def with_criterion(self, source: str, *, kind: str = "", weight: int = 3, **options: float) -> Rulebook:
        """One more; the kind follows from the source where only one makes sense."""
        kind = kind or PLAIN.get(source, "")
        taken = {each.id for each in self.criteria}
        id_ = next(name for name in _names(source, kind) if name not in taken)
        return self._checked(criteria=(*self.criteria, Criterion(id_, kind, source, weight, options=options)))

    def without(self, id: str) -> Rulebook:
        """One fewer."""
        gone = self.criterion(id)
        return self._checked(criteria=tuple(each for each in self.criteria if each is not gone))

    def with_gates(self, **values: Any) -> Rulebook:
        """Other gates."""
        return self._checked(gates=replace(self.gates, **values))

    def with_round(self, **values: Any) -> Rulebook:
        """Another aim, minimum fit, reserve or parity."""
        return self._checked(**values)

    def _checked(self, **values: Any) -> Rulebook:
        book = replace(self, **values)
        book.refuse_nonsense()
        return book

    def refuse_nonsense(self) -> None:
        """Raise Refused where numbers or names cannot be meant."""
        for each in self.criteria:
            if type(each.weight) is not int or not 0 <= each.weight <= MOST:
                raise Refused("weight_out_of_range", _("A weight is a whole number from 0 to 10."))
            if not _fits(each) or set(each.options) - OPTIONS:
                raise Refused("unknown_rule", _("These rules name something that is not known here."))
        if len({each.id for each in self.criteria}) < len(self.criteria):
            raise Refused("rule_twice", _("Two rules have the same id."))
        if self.aim not in AIMS or not 0 <= self.minimum_fit <= 1 or not 0 <= self.reserve < 1:
            raise Refused("round_out_of_range", _("The aim, the minimum fit or the reserve cannot be that."))
        if self.gates.hours < 0 or self.gates.line < 0 or self.gates.empty not in {"shut", "open"}:
            raise Refused("gate_out_of_range", _("A condition cannot be that."))
        if not 0 <= self.gates.monthly <= MOST_MONTHLY:
            raise Refused("gate_out_of_range", _("A condition cannot be that."))


def _fits(criterion: Criterion) -> bool:
    if criterion.source.startswith(QUESTION):
        return any(criterion.kind in kinds for kinds in KINDS_OF_QUESTION.values())
    return {**PLAIN, **OF_FORMATS}.get(criterion.source) == criterion.kind


def _names(source: str, kind: str) -> Iterable[str]:
    yield source
    yield f"{source}--{kind}"
    yield from (f"{source}--{kind}-{number}" for number in range(2, 100))


def rules_of(programme: Programme, format: str = "") -> Rulebook:
    """The rulebook in force for one format, the programme's first with rounds unless named: the one that was
    set, or the one that follows from the format and what people have.
    """
    from cairn.matching.default_rules import default_rules  # noqa: PLC0415 - it builds rulebooks, so it imports this

    kind = programme.format_of_rounds(format)
    section = programme.section(section_of(kind.id))
    return Rulebook.parse(section) if section else default_rules(programme, kind)


def section_of(format: str) -> str:
    """Where the settings keep the rules of a format."""
    return SECTION if format == ONE_TO_ONE else f"{SECTION}:{format}"


def save(programme: Programme, book: Rulebook, *, by: Person) -> int:
    """Make it the rulebook in force; returns the version of the settings that holds it."""
    return int(programme.revise(section_of(book.format), book.as_section(), by=by).version)
