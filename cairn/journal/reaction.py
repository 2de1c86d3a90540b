"""Reactions: what the rooms above do about an entry, and how they say which kind they are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from django.utils.module_loading import import_string

from cairn.journal.entry import Entry
from cairn.journal.errand import Errand

#: What an outside act leaves to be written together with its done-mark.
Settle = Callable[[], object] | None
Targets = Callable[[Entry], Iterable[object]]


def _the_entry_itself(_entry: Entry) -> tuple[str]:
    return ("",)


@dataclass(frozen=True, slots=True)
class Reaction:
    """A function, the targets it owes for an entry, and whether it leaves the house."""

    act: Callable[[Errand], Settle]
    targets: Targets
    outside: bool = False
    doubt: Literal["again", "drop"] = "again"


class InDoubt(Exception):
    """Raised by an outside act that cannot know whether the other side did it (a time-out after sending)."""


class Refused(Exception):
    """Raised by an outside act the other side will never take; it is dropped, with this code as its fault."""

    def __init__(self, code: str) -> None:
        """Keep the code; it is stored, so it holds no words of people."""
        super().__init__(code)
        self.code = code[:64]


def inside(*, targets: Targets = _the_entry_itself) -> Callable[[Callable[[Errand], None]], Reaction]:
    """A reaction that writes only rows of ours."""
    return lambda act: Reaction(act=act, targets=targets)


def outside(
    *, targets: Targets = _the_entry_itself, doubt: Literal["again", "drop"] = "drop"
) -> Callable[[Callable[[Errand], Settle]], Reaction]:
    """A reaction that calls another system, with the errand's id as idempotency key."""
    return lambda act: Reaction(act=act, targets=targets, outside=True, doubt=doubt)


def owed_for(verb: str) -> tuple[str, ...]:
    """The dotted paths of the reactions a verb has, from the one table."""
    table: dict[str, tuple[str, ...]] = import_string("cairn.config.reactions.REACTIONS")
    return table.get(verb, ())


@cache
def reaction_at(path: str) -> Reaction:
    """The reaction behind a dotted path."""
    found = import_string(path)
    if not isinstance(found, Reaction):
        message = f"{path} is not a reaction: decorate it with @inside or @outside"
        raise TypeError(message)
    return found
