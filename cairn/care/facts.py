"""Facts about a mentorship: who and when, never a word anybody wrote. Everything else in this room is
arithmetic on these.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from cairn.mentorships.member import MENTEE, MENTOR
from cairn.mentorships.steps import CLOSED, CLOSING
from cairn.programmes.format import Format
from cairn.programmes.timers import Timers

#: What is looked back on, and how a rating counts: the last three of each side.
WINDOW = timedelta(weeks=8)
LAST = 3


@dataclass(slots=True)
class Facts:
    """One mentorship as it stands. Lists are in order of time, the newest last.

    `met` are meetings held in the last eight weeks, `ahead` the next one booked. `cancelled` is how many were
    called off in a row and by whom, `missed` who did not come to the last ones (no meeting was held since),
    `misses` how often anybody did in eight weeks. `useful` and `quality` are ratings by person.
    """

    id: UUID
    organisation: UUID
    programme: UUID
    kind: Format
    timers: Timers
    state: str
    begun_at: datetime
    met_at: datetime | None
    times_met: int
    ends_on: date | None
    heard_at: datetime | None = None
    rests: bool = False
    pauses: list[tuple[datetime, datetime]] = field(default_factory=list)
    members: dict[UUID, str] = field(default_factory=dict)
    rhythm: int | None = None
    agreed: bool = False
    met: int = 0
    ahead: datetime | None = None
    booked: bool = False
    cancelled: tuple[UUID, int] | None = None
    missed: UUID | None = None
    misses: int = 0
    goals: int = 0
    goals_ever: int = 0
    goal_moved_at: datetime | None = None
    wrote: dict[UUID, int] = field(default_factory=dict)
    last_word: tuple[UUID, datetime] | None = None
    useful: dict[UUID, list[float]] = field(default_factory=lambda: defaultdict(list))
    quality: dict[UUID, list[float]] = field(default_factory=lambda: defaultdict(list))
    burdened: set[UUID] = field(default_factory=set)
    carries: dict[UUID, tuple[int, int]] = field(default_factory=dict)
    minutes: dict[UUID, float] = field(default_factory=dict)
    says_goodbye: bool = False

    @property
    def lives(self) -> bool:
        """Neither closed nor at rest."""
        return self.state != CLOSED and not self.rests

    @property
    def is_closing(self) -> bool:
        return self.state == CLOSING

    def cadence(self) -> int | None:
        """Days from one meeting to the next: as agreed, else as the format has it; None where there is no
        rhythm.
        """
        return self.rhythm or self.kind.days_after(max(1, self.times_met))

    def since_met(self, now: datetime) -> float | None:
        """Days since they last met, the time they rested left out."""
        return None if self.met_at is None else self._awake(self.met_at, now)

    def since_heard(self, now: datetime) -> float | None:
        """The same, since they last met or said that all is well."""
        heard = max(filter(None, (self.met_at, self.heard_at)), default=None)
        return None if self.met_at is None or heard is None else self._awake(heard, now)

    def age(self, now: datetime) -> float:
        """Days since it began, the time it rested left out."""
        return self._awake(self.begun_at, now)

    def _awake(self, since: datetime, now: datetime) -> float:
        """Days from a moment until now, pauses left out."""
        rested = sum(
            (max(min(end, now) - max(begin, since), timedelta()) for begin, end in self.pauses), timedelta()
        )
        return max(0.0, _days(now - since - rested))

    def expected(self, now: datetime) -> float:
        """How many meetings eight weeks, or its whole life so far, should have seen."""
        cadence = self.cadence()
        if not cadence:
            return 0.0
        return self._awake(max(self.begun_at, now - WINDOW), now) / cadence

    def on(self, side: str) -> list[UUID]:
        """Who is on a side."""
        return [person for person, here in self.members.items() if here == side]

    def initiated(self) -> float | None:
        """The mentees' share (0 to 1) of what was written; None where too little was, or sides are alike."""
        mentees, mentors = self.on(MENTEE), self.on(MENTOR)
        total = sum(self.wrote.values())
        if total < FEWEST_WORDS or not mentees or not mentors:
            return None
        return sum(self.wrote.get(person, 0) for person in mentees) / total

    def rating(self) -> tuple[float | None, float | None]:
        """The mean of the last three of each side, 1 to 5: mentees and mentors, or one peer and the other."""
        sides: dict[str, list[float]] = defaultdict(list)
        for person, side in self.members.items():
            key = side if side in {MENTOR, MENTEE} else str(person)
            sides[key] += self.useful.get(person, [])[-LAST:]
        means = [_mean(each) for _key, each in sorted(sides.items())]
        return (means[0], means[1]) if len(means) == 2 else (means[0] if means else None, None)  # noqa: PLR2004 - two sides


#: Fewer messages than this in eight weeks say nothing about who begins.
FEWEST_WORDS = 4


def _days(span: timedelta) -> float:
    return span.total_seconds() / 86_400


def _mean(numbers: list[float]) -> float | None:
    return sum(numbers) / len(numbers) if numbers else None
