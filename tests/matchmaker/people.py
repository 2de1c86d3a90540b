"""Random cohorts for the engine's properties, and an independent, slow and plain judge of the gates."""

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from matchmaker import Cohort, Person, Rules

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC")
SKILLS = ("Excel", "Python", "Law", "Sales", "Design")
MONDAY = date(2026, 1, 12)

RULES: dict[str, Any] = {
    "columns": {
        "id": "id",
        "zone": "zone",
        "languages": "languages",
        "hours": "free",
        "async": "writes",
        "manager": "boss",
        "mentor": {"training": "trained"},
        "group": ["gender"],
    },
    "criterion": [
        {"kind": "skills", "mentor": "skills", "mentee": "skills", "weight": 0.5},
        {"kind": "hours", "mentor": "free", "mentee": "free", "weight": 0.2},
        {"kind": "values", "mentor": "values", "mentee": "values", "weight": 0.2},
        {"kind": "different", "mentor": "site", "mentee": "site", "weight": 0.1},
    ],
}


def cohort(seed: int, *, mentees: int = 12, mentors: int = 8) -> Cohort:
    """A small company: some cells are empty, some people share a boss, some pairs are excluded."""
    chance = random.Random(seed)  # noqa: S311  nothing secret
    mentor_rows = [_person(chance, f"m{n:02}", capacity=chance.choice((0, 1, 1, 2))) for n in range(mentors)]
    mentee_rows = [_person(chance, f"e{n:02}", capacity=1) for n in range(mentees)]
    excluded = {(chance.choice(mentee_rows).id, chance.choice(mentor_rows).id) for _ in range(3)}
    return Cohort(mentors=mentor_rows, mentees=mentee_rows, excluded=frozenset(excluded))


def _person(chance: random.Random, name: str, *, capacity: int) -> Person:
    cells = {
        "skills": ";".join(chance.sample(SKILLS, chance.randint(1, 3))),
        "languages": ";".join(chance.sample(("de", "en", "fr"), chance.randint(1, 2))),
        "free": ";".join(span(chance) for _ in range(chance.randint(1, 5))),
        "zone": chance.choice(ZONES),
        "writes": chance.choice(("yes", "no", "no")),
        "boss": chance.choice(("", "m00", "m01", "e01")),
        "values": ";".join(chance.sample("abcdef", 3)),
        "site": chance.choice(("North", "South")),
        "trained": chance.choice(("yes", "yes", "yes", "no")),
        "gender": chance.choice(("f", "m", "x")),
    }
    for column in ("values", "languages", "free"):
        if chance.random() < 0.08:
            cells[column] = ""
    return Person(name, cells, capacity)


def span(chance: random.Random) -> str:
    start = chance.randrange(6, 23)
    end = chance.choice((start + 1, 24))
    return f"{chance.choice(DAYS)} {start:02}:{chance.choice((0, 15, 30)):02}-{end:02}:00"


def rules(**changed: Any) -> Rules:
    return Rules.from_mapping({**RULES, **changed})


def free_minutes(person: Person) -> set[datetime]:
    """Every free minute of the reference week in UTC, one at a time, on the ring of the week."""
    found = set()
    zone = ZoneInfo(person.cells["zone"])
    for written in filter(None, person.cells["free"].split(";")):
        day, hours = written.split(" ")
        first, last = (int(one[:2]) * 60 + int(one[3:]) for one in hours.split("-"))
        midnight = datetime.combine(MONDAY + timedelta(days=DAYS.index(day)), time())
        for minute in range(first, last if last > first else last + 1440):
            local = (midnight + timedelta(minutes=minute)).replace(tzinfo=zone)
            found.add(_on_the_ring(local.astimezone(UTC)))
    return found


def _on_the_ring(moment: datetime) -> datetime:
    start = datetime.combine(MONDAY, time(), UTC)
    return start + (moment - start) % timedelta(days=7)


def broken_gates(mentee: Person, mentor: Person, one: Cohort) -> list[str]:
    """What a pair breaks, worked out without the engine."""
    both_write = mentee.cells["writes"] == mentor.cells["writes"] == "yes"
    spoken = [set(filter(None, person.cells["languages"].split(";"))) for person in (mentee, mentor)]
    found = []
    if not spoken[0] & spoken[1] and not both_write:
        found.append("languages")
    if len(free_minutes(mentee) & free_minutes(mentor)) < 60 and not both_write:
        found.append("hours")
    if _in_line(mentee.id, mentor.id, one) or _in_line(mentor.id, mentee.id, one):
        found.append("reporting_line")
    if (mentee.id, mentor.id) in one.excluded:
        found.append("excluded")
    if mentor.cells["trained"] != "yes":
        found.append("training")
    return found


def _in_line(person: str, other: str, one: Cohort) -> bool:
    bosses = {row.id: row.cells["boss"] for row in (*one.mentors, *one.mentees)}
    first = bosses.get(person, "")
    return other in (first, bosses.get(first, "")) and other != ""
