"""A trial in the Lab: the rulebook as the form shows it. It lives in the address, and is kept when asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from cairn.matching.hints import trial_of as with_hints
from cairn.matching.refusal import Refused
from cairn.matching.rulebook import EACH_MONTH, MOST, Rulebook, rules_of
from cairn.programmes.format import ONE_TO_ONE
from cairn.programmes.programme import Programme

WEIGHT = "w-"
FORMAT = "format"
MARKER = "tried"
GATES = ("language", "hours", "monthly", "line", "training")
MONTHLY = "monthly"
DEFAULT_HOURS, DEFAULT_LINE = 60, 2
NUMBER = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,2})?")


@dataclass(frozen=True, slots=True)
class Trial:
    """`book` is tried, `kept` is in force; `hints` are keys; `trouble` is why something was left aside."""

    book: Rulebook
    kept: Rulebook
    hints: tuple[str, ...] = ()
    trouble: str = ""

    @classmethod
    def read(cls, said: QueryDict, *, book: Rulebook) -> Trial:
        """What the form says, on top of the rules in force; what cannot be used is left aside and named."""
        hints = tuple(key for key in _hints(said) if _holds(key, book))
        if MARKER not in said:
            return cls(book, book, hints)
        try:
            tried = _gates(said, book.with_weights(dict(_weights(said, book))))
            return cls(tried.with_round(aim=said.get("aim", book.aim)), book, hints)
        except Refused as refused:
            return cls(book, book, hints, str(refused))

    def in_force(self, *, trouble: str) -> Trial:
        """The rules in force instead, and why."""
        return Trial(self.kept, self.kept, trouble=trouble)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The trial as names and values of a form."""
        book = self.book
        found = [(MARKER, "1"), ("aim", book.aim), *self.of_format]
        found += [(WEIGHT + each.id, str(each.weight)) for each in book.criteria]
        found += [("must", each.id) for each in book.criteria if each.must]
        found += [("gate", name) for name in GATES if getattr(book.gates, name)]
        found += [(MONTHLY, f"{book.gates.monthly:g}")] if book.gates.monthly else []
        return found + [("hint", key) for key in self.hints]

    @property
    def of_format(self) -> list[tuple[str, str]]:
        """The format as a name and value of a form; the plainest needs none."""
        return [(FORMAT, self.book.format)] if self.book.format != ONE_TO_ONE else []

    @property
    def start(self) -> str:
        """The address of the Lab for this format, with nothing tried."""
        return f"?{urlencode(self.of_format)}" if self.of_format else ""

    @property
    def query(self) -> str:
        """The address of this trial."""
        return urlencode(self.pairs)

    def query_without(self, hint: str) -> str:
        """The address of this trial before a hint was taken."""
        return urlencode([pair for pair in self.pairs if pair != ("hint", hint)])


def trial_of(programme: Programme, said: QueryDict) -> Trial:
    """The trial an address or a form asks for, on top of the programme's own rules."""
    return Trial.read(said, book=rules_of(programme, said.get(FORMAT, "")))


def _hints(said: QueryDict) -> Iterator[str]:
    yield from dict.fromkeys((*said.getlist("hint"), *said.getlist("try")))


def _holds(key: str, book: Rulebook) -> bool:
    """Whether a hint of an old address still means something."""
    try:
        with_hints(book, [key])
    except Refused:
        return False
    return True


def _weights(said: QueryDict, book: Rulebook) -> Iterator[tuple[str, int]]:
    for each in book.criteria:
        value = said.get(WEIGHT + each.id, "")
        if value.isascii() and value.isdecimal():
            yield each.id, min(int(value), MOST)


def _gates(said: QueryDict, book: Rulebook) -> Rulebook:
    on = set(said.getlist("gate"))
    gates = book.gates
    book = book.with_gates(
        language="language" in on,
        hours=(gates.hours or DEFAULT_HOURS) if "hours" in on else 0,
        monthly=_hours_each(said, gates.monthly or EACH_MONTH) if "monthly" in on else 0,
        line=(gates.line or DEFAULT_LINE) if "line" in on else 0,
        training="training" in on,
    )
    must = set(said.getlist("must"))
    for each in book.criteria:
        book = book.with_must(each.id, must=each.id in must)
    return book


def _hours_each(said: QueryDict, stood: float) -> float:
    """Hours a month of one mentorship as typed; what is no number, or 0, leaves them as they were."""
    typed = NUMBER.fullmatch(said.get(MONTHLY, "").strip())
    return float(typed[0].replace(",", ".")) or stood if typed else stood
