"""From facts to a health reading: the formula itself is in `measures.health`."""

from __future__ import annotations

from datetime import datetime, timedelta

from cairn.care.facts import Facts
from cairn.care.health_reading import HealthReading
from measures.health import Components, Health, health


def reading_of(facts: Facts, now: datetime) -> HealthReading | None:
    """The reading of the week; None for who rests, and where the format wants no health."""
    found = health_of(facts, now)
    if found is None:
        return None
    return HealthReading(
        organisation_id=facts.organisation,
        mentorship_id=facts.id,
        week=now.date() - timedelta(days=now.weekday()),
        at=now,
        value=round(found.value, 1),
        band=found.band,
        parts={name: round(part, 3) for name, part in found.parts.items()},
    )


def health_of(facts: Facts, now: datetime) -> Health | None:
    """The health of one mentorship now."""
    mentee, mentor = facts.rating()
    moved = facts.goal_moved_at
    return health(
        Components(
            age=facts.age(now),
            meetings=facts.times_met,
            cadence=facts.cadence(),
            since_last=facts.since_met(now),
            held=facts.met,
            expected=facts.expected(now) or None,
            mentee_rating=mentee,
            mentor_rating=mentor,
            goals=facts.kind.has("goals"),
            goal_age=(now - moved).total_seconds() / 86_400 if moved else None,
            initiated=facts.initiated(),
            agreed=facts.agreed if facts.kind.has("agreement") else None,
            rests=not facts.lives,
            watched=facts.kind.has("health"),
        )
    )
