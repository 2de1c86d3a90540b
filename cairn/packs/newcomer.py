"""Somebody a pack brings along, and many of them written at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cairn.kernel import clock
from cairn.people.free_hour import FreeHour
from cairn.people.own_skill import PREFIX, OwnSkill
from cairn.people.person import Person
from cairn.people.skill_claim import OFFERED, WANTED, SkillClaim
from cairn.people.vocabulary import code_of
from cairn.programmes.enrolment import MENTOR, Enrolment
from cairn.questions.answer import Answer

if TYPE_CHECKING:
    from cairn.accounts.organisation import Organisation
    from cairn.programmes.programme import Programme
    from cairn.questions.question import Question

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
BATCH = 1000


@dataclass(frozen=True)
class Newcomer:
    """One person as a pack describes them.

    `skills` are words, with `!` behind what a mentee must find; `hours` are written `Mon 09:00-12:00`;
    `answers` hold option codes by question code; `manager` is another newcomer's name; `waited` are days
    since they came.
    """

    name: str
    email: str
    zone: str
    languages: tuple[str, ...]
    headline: str = ""
    skills: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    capacity: int = 1
    answers: Mapping[str, object] = field(default_factory=dict)
    goal: str = ""
    async_ok: bool = False
    manager: str = ""
    waited: int = 0


def settle(organisation: Organisation, newcomers: Iterable[Newcomer]) -> dict[str, Person]:
    """Write the people, with managers and free hours; by name."""
    newcomers = list(newcomers)
    people = {each.name: _person(organisation, each) for each in newcomers}
    for each in newcomers:
        people[each.name].manager = people.get(each.manager)
    first = sorted(people.values(), key=lambda person: person.manager is not None)
    Person.objects.bulk_create([each for each in first if each.manager is None], batch_size=BATCH)
    Person.objects.bulk_create([each for each in first if each.manager is not None], batch_size=BATCH)
    free = [hour for each in newcomers for hour in _hours(people[each.name], each.hours)]
    FreeHour.objects.bulk_create(free, batch_size=BATCH)
    return people


def _person(organisation: Organisation, each: Newcomer) -> Person:
    return Person(
        organisation=organisation,
        name=each.name,
        email=each.email,
        zone=each.zone,
        languages=list(each.languages),
        headline=each.headline,
        async_ok=each.async_ok,
        arrived_via="pack",
    )


def _hours(person: Person, written: Sequence[str]) -> list[FreeHour]:
    found = []
    for span in written:
        day, _space, times = span.partition(" ")
        start, _dash, end = times.partition("-")
        found.append(
            FreeHour(
                organisation_id=person.organisation_id,
                person=person,
                weekday=DAYS.index(day),
                start=_minutes(start),
                end=_minutes(end),
            )
        )
    return found


def _minutes(time: str) -> int:
    hours, _colon, minutes = time.partition(":")
    return int(hours) * 60 + int(minutes)


def enrol(
    programme: Programme,
    newcomers: Iterable[Newcomer],
    *,
    side: str,
    people: Mapping[str, Person],
    questions: Mapping[str, Question],
) -> list[Enrolment]:
    """Bring settled people into a programme on one side, with their skills and answers."""
    newcomers = list(newcomers)
    came = clock.now()
    enrolments = [_enrolment(programme, each, side, people[each.name], came) for each in newcomers]
    made: list[Enrolment] = Enrolment.objects.bulk_create(enrolments, batch_size=BATCH)
    claims = [claim for each in newcomers for claim in _claims(people[each.name], each.skills, side)]
    _write_own_words(programme.organisation, newcomers)
    SkillClaim.objects.bulk_create(claims, batch_size=BATCH, ignore_conflicts=True)
    answers = [
        Answer(
            organisation_id=programme.organisation_id,
            person=people[each.name],
            question=questions[code],
            value=value,
        )
        for each in newcomers
        for code, value in each.answers.items()
    ]
    Answer.objects.bulk_create(answers, batch_size=BATCH, ignore_conflicts=True)
    return made


def _enrolment(programme: Programme, each: Newcomer, side: str, person: Person, came: datetime) -> Enrolment:
    return Enrolment(
        organisation_id=programme.organisation_id,
        programme=programme,
        person=person,
        side=side,
        capacity=each.capacity,
        goal=each.goal,
        arrived_at=came - timedelta(days=each.waited),
    )


def _claims(person: Person, words: Sequence[str], side: str) -> list[SkillClaim]:
    return [
        SkillClaim(
            organisation_id=person.organisation_id,
            person=person,
            side=OFFERED if side == MENTOR else WANTED,
            code=code_of(word.rstrip("!")),
            must=word.endswith("!"),
            position=place,
        )
        for place, word in enumerate(words)
    ]


def _write_own_words(organisation: Organisation, newcomers: Iterable[Newcomer]) -> None:
    words = {word.rstrip("!") for each in newcomers for word in each.skills}
    own = {code: word for word in sorted(words) if (code := code_of(word)).startswith(PREFIX)}
    OwnSkill.objects.bulk_create(
        [OwnSkill(organisation=organisation, code=code, label=word) for code, word in own.items()],
        ignore_conflicts=True,
    )
