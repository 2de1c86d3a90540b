"""What the facts of a mentorship give reason to look at: the twelve rules, each in a line or two.

Pure: facts and a moment in, causes out. Thresholds are timers of the programme. Source: the early-warning
engine of the product's notes on mentoring, W1 to W12.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from cairn.care import causes
from cairn.care.facts import LAST, Facts
from cairn.mentorships.member import MENTOR

Found = tuple[bool, UUID | None]
NOTHING: Found = (False, None)
SATURDAY = 5
PAIR = 2


def causes_in(facts: Facts, now: datetime) -> dict[str, UUID | None]:
    """Code → whom it is about or for, None for everybody. Nothing for who rests, and nothing where the format
    wants no health watched.
    """
    if not facts.lives or not facts.kind.has("health"):
        return {}
    found = ((code, rule(facts, now)) for code, rule in RULES.items())
    return {code: person for code, (holds, person) in found if holds}


def _no_booking(facts: Facts, now: datetime) -> Found:
    never = not facts.times_met and not facts.booked
    return never and facts.age(now) >= facts.timers.booking_days, None


def _no_meeting(facts: Facts, now: datetime) -> Found:
    """A first meeting that is booked is under way, however late."""
    never = not facts.times_met and facts.ahead is None
    return never and facts.age(now) >= facts.timers.first_meeting_days, None


def _gap(facts: Facts, now: datetime) -> Found:
    cadence, since = facts.cadence(), facts.since_heard(now)
    if not cadence or since is None or facts.ahead is not None or facts.is_closing:
        return NOTHING
    return since > facts.timers.gap_factor * cadence, None


def _cancelled(facts: Facts, _now: datetime) -> Found:
    if facts.cancelled is None or facts.cancelled[1] < facts.timers.cancelled_in_row:
        return NOTHING
    return True, facts.cancelled[0]


def _missed(facts: Facts, _now: datetime) -> Found:
    return facts.missed is not None, facts.missed


def _no_goal(facts: Facts, _now: datetime) -> Found:
    late = facts.times_met >= facts.timers.pulse_after
    return late and not facts.goals_ever and facts.kind.has("goals") and not facts.is_closing, None


def _low(facts: Facts, _now: datetime) -> Found:
    """Whoever finds it of little use, or much less than before; asked alone what would help."""
    for person in facts.members:
        if _is_low(facts, person):
            return True, person
    return NOTHING


def _is_low(facts: Facts, person: UUID) -> bool:
    useful, quality = facts.useful.get(person, ()), facts.quality.get(person, ())
    low = any(each and each[-1] <= facts.timers.low_rating for each in (useful, quality))
    return low or any(_fell(list(each), by=facts.timers.rating_drop) for each in (useful, quality))


def _fell(ratings: list[float], *, by: float) -> bool:
    """The last one against the mean of up to three before it."""
    before = ratings[-LAST - 1 : -1]
    return bool(before) and sum(before) / len(before) - ratings[-1] >= by


def _apart(facts: Facts, _now: datetime) -> Found:
    """Two see it very differently: the six sentences where both answered them, else the meetings."""
    if len(facts.members) != PAIR:
        return NOTHING
    for answers in (facts.quality, facts.useful):
        last = [answers[person][-1] for person in facts.members if answers.get(person)]
        if len(last) == PAIR:
            return abs(last[0] - last[1]) >= facts.timers.pulse_gap, None
    return NOTHING


def _unanswered(facts: Facts, now: datetime) -> Found:
    """Somebody wrote, the other did neither answer nor meet, nor is about to."""
    if facts.last_word is None or len(facts.members) != PAIR or facts.ahead is not None:
        return NOTHING
    author, at = facts.last_word
    other = next((person for person in facts.members if person != author), None)
    if author not in facts.members or (facts.met_at is not None and facts.met_at > at):
        return NOTHING
    return working_days(at, now) > facts.timers.unanswered_days, other


def _load(facts: Facts, _now: datetime) -> Found:
    for person in facts.on(MENTOR):
        carries, places = facts.carries.get(person, (0, 0))
        hours = facts.minutes.get(person, 0.0) / 60
        too_many = bool(places) and carries > places
        if too_many or hours > facts.timers.mentor_hours or person in facts.burdened:
            return True, person
    return NOTHING


def _no_closure(facts: Facts, now: datetime) -> Found:
    if facts.ends_on is None or facts.ahead is not None or facts.says_goodbye:
        return NOTHING
    return facts.ends_on <= (now + timedelta(days=facts.timers.closing_days)).date(), None


def _dependent(facts: Facts, now: datetime) -> Found:
    """They meet twice as often as agreed, and no goal has moved for weeks."""
    expected, moved = facts.expected(now), facts.goal_moved_at
    flat = moved is not None and moved < now - timedelta(weeks=facts.timers.pulse_weeks)
    return flat and expected >= 1 and facts.met > OFTEN * expected, None


OFTEN = 2
RULES: Mapping[str, Callable[[Facts, datetime], Found]] = {
    causes.NO_BOOKING: _no_booking,
    causes.NO_MEETING: _no_meeting,
    causes.GAP: _gap,
    causes.CANCELLED: _cancelled,
    causes.MISSED: _missed,
    causes.NO_GOAL: _no_goal,
    causes.LOW: _low,
    causes.APART: _apart,
    causes.UNANSWERED: _unanswered,
    causes.LOAD: _load,
    causes.NO_CLOSURE: _no_closure,
    causes.DEPENDENT: _dependent,
}


def working_days(since: datetime, until: datetime) -> int:
    """Whole days between two moments, Saturdays and Sundays left out."""
    return sum(1 for day in _days_after(since, until) if day.weekday() < SATURDAY)


def _days_after(since: datetime, until: datetime) -> Iterator[datetime]:
    day = since + timedelta(days=1)
    while day <= until:
        yield day
        day += timedelta(days=1)
