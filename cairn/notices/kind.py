"""Kinds of messages, as `kinds.toml` has them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

TRANSACTIONAL, ACTION, INSPIRATION, SAFETY = "T", "A", "I", "S"
CLASSES = (TRANSACTIONAL, ACTION, INSPIRATION, SAFETY)
#: These wait for nobody's hours.
AT_ONCE = (TRANSACTIONAL, SAFETY)

_FILE = Path(__file__).parent / "kinds.toml"


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of message travels; `kinds.toml` says what each word means."""

    name: str
    cls: str
    mute: bool = False
    joins: bool = False
    remind: int = 0
    listed: bool = True

    @property
    def at_once(self) -> bool:
        """Whether it leaves the moment it is put."""
        return self.cls in AT_ONCE


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind of the outbox by its name, in the order of the file."""
    rows = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    made = {name: _kind(name, row) for name, row in rows.items()}
    return MappingProxyType(made)


def kind_named(name: str) -> Kind:
    """One kind. Raises KeyError for a name nobody wrote down."""
    return kinds()[name]


def muteable() -> tuple[Kind, ...]:
    """Those a person may switch off."""
    return tuple(kind for kind in kinds().values() if kind.mute)


def _kind(name: str, row: Mapping[str, object]) -> Kind:
    known = {key: value for key, value in row.items() if key != "class"}
    cls = str(row["class"])
    if cls not in CLASSES:
        message = f"kinds.toml: {name} has the class {cls!r}, which is none of {', '.join(CLASSES)}"
        raise ValueError(message)
    return Kind(name=name, cls=cls, **known)  # type: ignore[arg-type]  # the file is ours, and tested
