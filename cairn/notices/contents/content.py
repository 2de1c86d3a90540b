"""The shape of a content; see the room's `__init__`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from cairn.notices.facts import Facts
from cairn.notices.notice import Notice

Values = Mapping[str, Any]


def _always(_notice: Notice, _facts: Facts) -> bool:
    return True


def _none(_notice: Notice, _facts: Facts) -> Values:
    return {}


@dataclass(frozen=True, slots=True)
class Content:
    """Questions about a notice. `brief` is `read` for its subject and link alone, where that asks less."""

    read: Callable[[Notice, Facts], Values | None]
    holds: Callable[[Notice, Facts], bool] = _always
    acts: Callable[[Notice, Facts], Values] = _none
    brief: Callable[[Notice, Facts], Values | None] | None = None
