"""Mentorships by the hundred thousand: a village of a thousand, copied by the database itself.

Each of the thousand has a past of its own: most go well, some never met, some went quiet. A copy takes the
same rows with other ids (md5 of the old one and the copy's number), so that a hundred villages take seconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, models, transaction

from cairn.accounts.organisation import Organisation
from cairn.care.answered import Answered
from cairn.care.asking import Asking
from cairn.conversations.message import Message
from cairn.conversations.thread import Thread
from cairn.kernel import clock, ids
from cairn.meetings.attendee import Attendee
from cairn.meetings.meeting import Meeting
from cairn.mentorships.agreement import Agreement
from cairn.mentorships.goal import Goal
from cairn.mentorships.member import Member
from cairn.mentorships.mentorship import Mentorship
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from cairn.programmes.programme import OPEN, Programme

#: In the order in which rows point at one another.
TABLES: tuple[type[models.Model], ...] = (
    Person, Programme, Enrolment, Mentorship, Member, Agreement, Goal, Meeting, Attendee, Thread, Message,
    Asking, Answered,
)  # fmt: skip
#: Texts that must differ in every copy.
NAMES = {"slug", "uid"}
SIZE, PROGRAMMES, RHYTHM = 1000, 5, 14
Rows = dict[type[models.Model], list[Any]]


def settle(size: int, *, programmes: int = PROGRAMMES, together: bool = False) -> Organisation:
    """An organisation with so many mentorships; a multiple of a thousand, or fewer than that. `together` puts
    every copy into the first village's programmes.
    """
    home: Organisation = Organisation.objects.create(name="Bench", slug=f"bench-{ids.new().hex[:8]}")
    with transaction.atomic():
        _write(_village(home, min(size, SIZE), programmes))
        for number in range(1, size // SIZE):
            _copy(home, number, together=together)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return home


def _village(home: Organisation, size: int, programmes: int) -> Rows:
    rows: Rows = {table: [] for table in TABLES}
    places = [
        _made(rows, Programme, home, name=f"Bench {n}", slug=f"bench-{n}", state=OPEN)
        for n in range(programmes)
    ]
    for number in range(size):
        _mentorship(rows, home, places[number % programmes], number)
    return rows


def _mentorship(rows: Rows, home: Organisation, programme: Programme, number: int) -> None:
    """Of twenty, fourteen go well; the others never booked, never met, went quiet, or have no goal."""
    luck, now = number % 20, clock.now()
    begun_at = now - timedelta(days=(number % 60 / 3 if luck in {0, 1} else 60 + number % 90))
    met = [] if luck in {0, 1} else _meetings(begun_at, now, quiet=luck in {2, 3})
    mentorship = _made(
        rows, Mentorship, home, programme=programme, format="one-to-one", origin=ids.new(), begun_at=begun_at,
        state="working", ends_on=(begun_at + timedelta(weeks=26)).date(), times_met=len(met),
        met_at=met[-1] if met else None,
    )  # fmt: skip
    people = {side: _person(rows, home, programme, mentorship, side, number) for side in (MENTEE, MENTOR)}
    _made(
        rows, Agreement, home, mentorship=mentorship, version=1, rhythm_days=RHYTHM, minutes=45,
        channel="video", response_days=2, at=begun_at, agreed_at=begun_at + timedelta(days=2),
    )  # fmt: skip
    if luck != 4:  # noqa: PLR2004 - one of twenty
        moved = now - timedelta(days=number % 45)
        _made(
            rows, Goal, home, mentorship=mentorship, owner=people[MENTEE], state="active", set_at=begun_at,
            moved_at=moved,
        )  # fmt: skip
    for at in met[-4:]:
        _met(rows, home, mentorship, people, at, low=luck == 5)  # noqa: PLR2004 - one of twenty
    _words(rows, home, mentorship, people, now - timedelta(days=1 + number % 5))


def _meetings(begun_at: datetime, now: datetime, *, quiet: bool) -> list[datetime]:
    until = now - timedelta(days=30 if quiet else 2)
    count = int((until - begun_at).days / RHYTHM)
    return [until - timedelta(days=RHYTHM * each) for each in reversed(range(max(1, count)))]


def _person(
    rows: Rows, home: Organisation, programme: Programme, mentorship: Mentorship, side: str, number: int
) -> Person:
    person: Person = _made(
        rows, Person, home, name=f"{side.title()} Number {number:05}", zone="Europe/Berlin"
    )
    _made(rows, Enrolment, home, programme=programme, person=person, side=side, capacity=2)
    _made(rows, Member, home, mentorship=mentorship, person=person, side=side)
    return person


def _met(
    rows: Rows,
    home: Organisation,
    mentorship: Mentorship,
    people: dict[str, Person],
    at: datetime,
    *,
    low: bool,
) -> None:
    meeting = _made(
        rows, Meeting, home, mentorship=mentorship, programme=mentorship.programme, state="held",
        starts_at=at, ends_at=at + timedelta(minutes=45), uid=ids.new().hex, made_at=at, held_at=at,
    )  # fmt: skip
    for side, person in people.items():
        _made(rows, Attendee, home, meeting=meeting, person=person, role=side, came=True)
        asking = _made(
            rows, Asking, home, person=person, mentorship=mentorship, meeting=meeting, instrument="sc3",
            moment="meeting", mark=str(at.timestamp()), side=side, state="answered", made_at=at, due_at=at,
            lapses_at=at + timedelta(days=14),
        )  # fmt: skip
        _made(rows, Answered, home, asking=asking, value=2.0 if low else 4.0, at=at)


def _words(
    rows: Rows, home: Organisation, mentorship: Mentorship, people: dict[str, Person], last: datetime
) -> None:
    thread = _made(rows, Thread, home, kind="pair", origin=mentorship.pk, latest=4, last_at=last)
    for number, side in enumerate((MENTEE, MENTOR, MENTEE, MENTOR), start=1):
        at = last - timedelta(hours=5 - number)
        _made(
            rows, Message, home, thread=thread, author=people[side], client_id=ids.new(), number=number,
            changed=number, sent_at=at,
        )  # fmt: skip


def _made(rows: Rows, table: type[models.Model], home: Organisation, **values: Any) -> Any:
    row = table(organisation=home, **values)
    rows[table].append(row)
    return row


def _write(rows: Rows) -> None:
    for table in TABLES:
        manager: Any = table._meta.default_manager
        manager.bulk_create(rows[table], batch_size=SIZE)


def _copy(home: Organisation, number: int, *, together: bool) -> None:
    """The same rows once more; only those of the village itself, whose ids are no md5."""
    with connection.cursor() as cursor:
        for table in TABLES:
            if together and table is Programme:
                continue
            name = table._meta.db_table
            columns, values = zip(*_columns(table, together=together), strict=True)
            cursor.execute(
                f"INSERT INTO {name} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {name} "  # noqa: S608 - names are ours
                f"WHERE organisation_id = %(home)s AND substr(id::text, 15, 1) = '7'",
                {"home": home.pk, "copy": str(number)},
            )


def _columns(table: type[models.Model], *, together: bool) -> Iterator[tuple[str, str]]:
    """Each column and what a copy holds in it."""
    kept = {"organisation_id", "programme_id"} if together else {"organisation_id"}
    for field in table._meta.local_fields:
        column = f'"{field.column}"'
        if field.name in NAMES:
            yield column, f"{column} || '-' || %(copy)s"
        elif field.column in kept or field.get_internal_type() not in _KEYS:
            yield column, column
        else:
            yield column, f"overlay(md5({column}::text || %(copy)s) placing '4' from 13)::uuid"


_KEYS = ("UUIDField", "ForeignKey", "OneToOneField")
