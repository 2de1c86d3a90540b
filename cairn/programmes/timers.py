"""The timers of a programme: how long things may take before somebody is asked, and how often is too often.

They live in the section "timers" of its settings; what is not set there is as written here. Names end in
their unit. Sources: the product's defaults for time; the twelve signals.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

SECTION = "timers"


class Senseless(ValueError):
    """A timer that cannot be meant; `key` names it."""

    def __init__(self, key: str, what: str) -> None:
        super().__init__(f"timers: {key} {what}.")
        self.key = key


@dataclass(frozen=True)
class Timers:
    """Every number is above 0; whole numbers stay whole."""

    # An offer is answered, and somebody is reminded of it.
    answer_hours: int = 72
    remind_hours: int = 24
    open_requests: int = 3
    # A pair begins.
    booking_days: int = 7
    first_meeting_days: int = 14
    stuck_days: int = 21
    # Meetings.
    held_hours: int = 72
    late_hours: int = 24
    cancelled_in_row: int = 2
    gap_factor: float = 1.5
    async_hours: int = 72
    letter_days: int = 7
    # Words.
    unanswered_days: int = 5
    # Questions asked of people.
    pulse_after: int = 2
    pulse_weeks: int = 6
    impact_days: int = 7
    later_days: int = 90
    # How it goes.
    low_rating: float = 2.0
    rating_drop: float = 1.5
    pulse_gap: float = 2.0
    mentor_hours: float = 3.0
    lead_days: int = 7
    # Quiet pairs, and the end.
    idle_days: int = 90
    idle_grace_days: int = 7
    closing_days: int = 30
    # Letters.
    action_mails_day: int = 2
    other_mails_week: int = 3

    @classmethod
    def parse(cls, section: Mapping[str, Any]) -> "Timers":
        """Read a section of the settings; raises Senseless for what it does not know or cannot mean."""
        kinds = {each.name: type(each.default) for each in fields(cls)}
        meant: dict[str, Any] = {key: _meant(key, value, kinds.get(key)) for key, value in section.items()}
        return cls(**meant)

    def as_section(self) -> dict[str, Any]:
        """Only what differs from the defaults: a default that gets better reaches those who never chose."""
        usual = asdict(Timers())
        return {key: value for key, value in asdict(self).items() if value != usual[key]}


def _meant(key: str, value: Any, kind: type | None) -> int | float:
    if kind is None:
        raise Senseless(key, "is not known")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Senseless(key, f"has to be a number, not {value!r}")
    if kind is int and not isinstance(value, int):
        raise Senseless(key, f"has to be a whole number, not {value!r}")
    if not 0 < value < float("inf"):
        raise Senseless(key, "has to be above 0")
    return float(value) if kind is float else value
