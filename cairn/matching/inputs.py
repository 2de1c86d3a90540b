"""The engine's input as plain data: what a snapshot keeps, what a digest names, what a cohort is made
from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cairn.matching.refusal import Refused
from cairn.matching.skill_tree import SkillTree
from cairn.people.meaning import vectors_for
from cairn.programmes.enrolment import reach

if TYPE_CHECKING:
    from matchmaker import Cohort, Person, Prepared

#: Columns that a wish and a condition may both read.
MONTHLY, PARTNERS = "monthly_hours", "partners"
GATED = ("hours", "languages", MONTHLY)
GATE = "gate:"

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Row:
    """One person on one side: cells by column, places still free, and when they came (ISO, UTC)."""

    id: str
    cells: Mapping[str, str]
    capacity: int
    arrived: str

    def as_engine(self, columns: Collection[str]) -> Person:
        """The same as the engine's person, every column a rule names being there, if only empty.

        Conditions read their own copies: one that nobody filled in is off and says so, instead of shutting
        all out.
        """
        from matchmaker import Person  # noqa: PLC0415 - see Inputs.prepared

        gated = {GATE + name: self.cells[name] for name in GATED if name in self.cells}
        cells = {**dict.fromkeys(columns, ""), **self.cells, **gated}
        return Person(self.id, cells, self.capacity, datetime.fromisoformat(self.arrived))


@dataclass(frozen=True)
class Inputs:
    """Everybody who takes part in a round. Ids are person ids, so that a manager outside the programme has a
    place too.

    `as_of` is the day (ISO, UTC) up to which waiting is counted; a round of the same day over the same people
    is the same. `excluded` holds (mentee, mentor) pairs that may never meet; `reports_to` a person's manager.
    """

    mentors: tuple[Row, ...]
    mentees: tuple[Row, ...]
    as_of: str
    excluded: Pairs = frozenset()
    reports_to: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the content, whatever the order the rows came in."""
        return hashlib.sha256(self._text.encode()).hexdigest()

    @cached_property
    def _text(self) -> str:
        return json.dumps(self.as_json(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))

    def as_json(self) -> dict[str, Any]:
        """Plain lists and mappings, people sorted by id."""
        return {
            "as_of": self.as_of,
            "mentors": [_listed(row) for row in _sorted(self.mentors)],
            "mentees": [_listed(row) for row in _sorted(self.mentees)],
            "excluded": sorted(map(list, self.excluded)),
            "reports_to": dict(sorted(self.reports_to.items())),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Inputs:
        """Back from what `as_json` gave."""
        return cls(
            as_of=kept["as_of"],
            mentors=tuple(Row(*row) for row in kept["mentors"]),
            mentees=tuple(Row(*row) for row in kept["mentees"]),
            excluded=frozenset((mentee, mentor) for mentee, mentor in kept["excluded"]),
            reports_to=dict(kept["reports_to"]),
        )

    def within_hours(self, each: float) -> Inputs:
        """The same people, mentors having the places that their hours a month leave at so many hours each
        (0: no limit). Whoever told no hours keeps their places.
        """
        if each <= 0 or not self.tells_hours:
            return self
        limited = tuple(replace(row, capacity=min(row.capacity, _left(row, each))) for row in self.mentors)
        return replace(self, mentors=limited)

    @property
    def tells_hours(self) -> bool:
        """Whether any mentor told their hours a month."""
        return any(MONTHLY in row.cells for row in self.mentors)

    def with_places(self, mentors: Collection[str]) -> Inputs:
        """The same people, these mentors having one more place each."""
        more = tuple(
            replace(row, capacity=row.capacity + 1) if row.id in mentors else row for row in self.mentors
        )
        return replace(self, mentors=more)

    def cohort(self, rules: Mapping[str, Any]) -> Cohort:
        """The engine's cohort for these rules; cells hold codes, so the taxonomy is asked for kinship only.

        Texts are compared by meaning where the extra for it is on, else by their words.
        """
        from matchmaker import Cohort  # noqa: PLC0415 - see prepared

        columns = columns_of(rules)
        texts = {each["mentor"] for each in rules["criterion"] if each["kind"] == "text"}
        everybody = (*self.mentors, *self.mentees)
        written = {row.cells[column] for row in everybody for column in texts if column in row.cells}
        return Cohort(
            mentors=[row.as_engine(columns) for row in self.mentors],
            mentees=[row.as_engine(columns) for row in self.mentees],
            taxonomy=SkillTree(),
            meanings=vectors_for(sorted(written)) or None,
            excluded=self.excluded,
            reports_to=self.reports_to,
        )

    def prepared(self, rules: Mapping[str, Any]) -> Prepared:
        """Ready to be played under the engine's mapping of rules; raises Refused where they do not fit."""
        # The engine brings numba and the solvers: two seconds that a page without matching need not wait for.
        from matchmaker import Refusal, Rules, prepare  # noqa: PLC0415

        rules = self._fitting(rules)
        as_of = datetime.fromisoformat(self.as_of).replace(tzinfo=UTC)
        try:
            return prepare(self.cohort(rules), Rules.from_mapping(rules), as_of=as_of)
        except Refusal as refusal:
            message = _("These rules do not fit the people of this programme.")
            raise Refused("rules_do_not_fit", message) from refusal

    def _fitting(self, rules: Mapping[str, Any]) -> Mapping[str, Any]:
        """The rules without the level of skills where no mentee has one, so that nobody is flagged for
        lacking it.
        """
        if any("level" in row.cells for row in self.mentees):
            return rules
        criteria = [
            {key: value for key, value in each.items() if key != "level"} for each in rules["criterion"]
        ]
        return {**rules, "criterion": criteria}


def _left(row: Row, each: float) -> int:
    """How many more partners a mentor's hours reach for."""
    if MONTHLY not in row.cells:
        return row.capacity
    return max(0, reach(float(row.cells[MONTHLY]), each=each) - int(row.cells.get(PARTNERS, 0)))


def columns_of(rules: Mapping[str, Any]) -> list[str]:
    """Every column a criterion reads."""
    named = (each.get(key) for each in rules["criterion"] for key in ("mentor", "level", "offers", "wants"))
    return sorted({column for column in named if column})


def _sorted(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row.id)


def _listed(row: Row) -> list[Any]:
    return [row.id, dict(sorted(row.cells.items())), row.capacity, row.arrived]
