"""What a format is made of: agenda, group, gates, surveys, variants."""

from collections.abc import Mapping
from dataclasses import dataclass

from cairn.kernel.strict import Words, said


@dataclass(frozen=True)
class Step:
    """A step of a block, such as "clarify" of the hot seat; `share` (0-1) is of its block."""

    key: str
    name: Words
    share: float


@dataclass(frozen=True)
class Block:
    """A part of a meeting; `share` (0-1) is of the whole meeting, so that minutes scale with its length."""

    key: str
    name: Words
    share: float
    prompts: Mapping[str, tuple[str, ...]]
    steps: tuple[Step, ...] = ()

    @property
    def title(self) -> str:
        """Its name in the reader's language."""
        return said(self.name)

    def prompts_said(self, language: str | None = None) -> tuple[str, ...]:
        """The prompts in the reader's language."""
        lines = {spoken: "\n".join(each) for spoken, each in self.prompts.items()}
        return tuple(said(lines, language).split("\n"))


@dataclass(frozen=True)
class Agenda:
    """The blocks of the first meeting, and of every one after it."""

    first: tuple[Block, ...]
    regular: tuple[Block, ...]

    def of_meeting(self, number: int) -> tuple[Block, ...]:
        """The blocks of the meeting with this number, from 1."""
        return self.first if number <= 1 else self.regular


@dataclass(frozen=True)
class Group:
    """How many mentees around how many leaders. `max` 0 means anybody may come; never more than `hard_max`,
    where it is set. `listeners` may be there without being matched. After meeting `late_until` nobody joins
    (0: always).
    """

    min: int
    max: int
    leaders: int
    listeners: int = 0
    hard_max: int = 0
    late_until: int = 0

    @property
    def is_circle(self) -> bool:
        """It begins only when several are together."""
        return self.min > 1


@dataclass(frozen=True)
class Gates:
    """What must hold. `hours` is minutes a week together (0: off), `line` levels of a reporting line
    (0: off).

    `training` names the sides that need it, `level` where the mentor stands against the mentee, `clearances`
    the kinds a mentor has to hold, `confirmed` what somebody has to confirm because no column can, and
    `both_ways` the least help (0-1) in each direction.
    """

    language: bool
    hours: int
    line: int
    training: tuple[str, ...]
    level: str
    clearances: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    both_ways: float = 0.0


@dataclass(frozen=True)
class Survey:
    """An instrument asked of one side at a moment."""

    moment: str
    side: str
    instrument: str


@dataclass(frozen=True)
class Variant:
    """A shape the format also comes in."""

    key: str
    name: Words
    max: int
    term_weeks: int
    sessions_target: int
