"""The demo organisation: the cast, a programme that waits to be matched, and a small one whose cards are out.

Everything is made by the product's own verbs, in one transaction; asking twice makes it once. All names are
invented.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.db import transaction

from cairn.accounts.account import Account
from cairn.accounts.organisation import Organisation
from cairn.kernel import clock
from cairn.kernel.text import fold
from cairn.matching.act import Act
from cairn.matching.publication import GRACE, Publication
from cairn.matching.reviewing import carry_out
from cairn.matching.rulebook import Criterion, Gates, Rulebook, save
from cairn.matching.running import make_run
from cairn.packs.living import live
from cairn.packs.newcomer import Newcomer, enrol, settle
from cairn.packs.questionnaire import first_questions
from cairn.people.person import Person
from cairn.people.role import ADMINISTRATOR, Role
from cairn.programmes.coordination import Coordination
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from cairn.programmes.programme import OPEN, RUNNING, Programme
from cairn.questions.question import Question

DATA = Path(__file__).parent / "data"
SLUG = "lakeside"
PILOT_MENTORS = ("Bruno Ferreira", "佐藤 花", "Chiara Bianchi", "Thabo Nkosi")
PILOT_MENTEES = ("Amina Diallo", "Fatoumata Keïta", "Sofía Castro", "Sipho Dlamini")
RULES = Rulebook(
    criteria=(
        Criterion("skills", "skills", "skills", 8),
        Criterion("q:values", "values", "q:values", 5),
        Criterion("hours", "hours", "hours", 6, options={"target_minutes": 120}),
        Criterion("q:department", "different", "q:department", 2),
        Criterion("waiting", "waiting", "waiting", 1),
    ),
    gates=Gates(language=True, hours=60, line=2),
)


@transaction.atomic
def build() -> Organisation:
    """Make the demo organisation, unless it is there."""
    made: Organisation
    made, new = Organisation.objects.get_or_create(
        slug=SLUG, defaults={"name": "Lakeside", "zone": "Europe/Berlin", "is_demo": True}
    )
    if not new:
        return made
    mentors, mentees = list(_read("mentors")), list(_read("mentees"))
    people = settle(made, [*mentors, *mentees])
    staff = settle(
        made,
        (
            _staff("Chen Wei", "Asia/Singapore"),
            _staff("Dara Sok", "Asia/Phnom_Penh"),
            _staff("Ada Okafor", "Africa/Lagos"),
        ),
    )
    for person in (people["Amina Diallo"], people["Bruno Ferreira"], *staff.values()):
        _open_door(person)
    Role.objects.create(organisation=made, person=staff["Ada Okafor"], role=ADMINISTRATOR)
    question_set, questions = first_questions(made)
    steps = _programme(
        made, "First Steps", "first-steps", OPEN, by=staff["Chen Wei"], question_set=question_set
    )
    pilot = _programme(made, "Speak Up", "speak-up", RUNNING, by=staff["Chen Wei"], question_set=question_set)
    _bring(steps, mentors, mentees, people=people, questions=questions)
    with clock.moved(by=timedelta(days=-1)):
        _publish_pilot(pilot, mentors, mentees, people=people, questions=questions, by=staff["Chen Wei"])
    live(
        made,
        mentors,
        mentees,
        people=people,
        questions=questions,
        question_set=question_set,
        by=staff["Chen Wei"],
    )
    return made


def _read(name: str) -> Iterable[Newcomer]:
    """The invented people of one file, each in the queue a little longer than the next."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for place, row in enumerate(rows):
        yield Newcomer(
            name=row["name"],
            email=f"{_mailbox(row['name'], f'{name}{place + 1}')}@{SLUG}.example",
            zone=row["zone"],
            languages=_many(row["languages"]),
            headline=row["headline"],
            skills=_many(row["skills"]),
            hours=_many(row["hours"]),
            capacity=int(row.get("capacity") or 1),
            answers={"department": fold(row["department"]), "values": list(_many(row["values"]))},
            goal=row.get("goal") or "",
            async_ok=row["async"] == "yes",
            manager=row["manager"] or "",
            waited=2 + (len(rows) - place) % 17,
        )


def _many(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(";")))


def _mailbox(name: str, otherwise: str) -> str:
    """The first name for the cast, whom the demo's door finds by it; a number where names would collide."""
    first = fold(name).split(" ", maxsplit=1)[0]
    return first if name in {"Amina Diallo", "Bruno Ferreira"} else otherwise


def _staff(name: str, zone: str) -> Newcomer:
    return Newcomer(name=name, email=f"{fold(name).split()[0]}@{SLUG}.example", zone=zone, languages=("en",))


def _open_door(person: Person) -> None:
    """An account with a proven address and no password: the demo's page signs in with one click."""
    account = Account.objects.create_user(str(person.email))
    account.keep_address(proved=True)
    person.account = account
    person.save(update_fields=["account"])


def _programme(
    made: Organisation, name: str, slug: str, state: str, *, by: Person, question_set: Any
) -> Programme:
    programme: Programme = Programme.objects.create(
        organisation=made, name=name, slug=slug, state=state, question_set=question_set
    )
    Coordination.objects.create(organisation=made, programme=programme, person=by)
    save(programme, RULES, by=by)
    return programme


def _bring(
    programme: Programme,
    mentors: Iterable[Newcomer],
    mentees: Iterable[Newcomer],
    *,
    people: dict[str, Person],
    questions: dict[str, Question],
) -> list[Enrolment]:
    brought = enrol(programme, mentors, side=MENTOR, people=people, questions=questions)
    return brought + enrol(programme, mentees, side=MENTEE, people=people, questions=questions)


def _publish_pilot(
    pilot: Programme,
    mentors: list[Newcomer],
    mentees: list[Newcomer],
    *,
    people: dict[str, Person],
    questions: dict[str, Question],
    by: Person,
) -> None:
    """Yesterday Chen matched the pilot, put Amina and Bruno together by hand, and published."""
    brought = _bring(
        pilot,
        [replace(each, capacity=1) for each in mentors if each.name in PILOT_MENTORS],
        [each for each in mentees if each.name in PILOT_MENTEES],
        people=people,
        questions=questions,
    )
    ends = {each.person_id: each for each in brought}
    run = make_run(pilot, by=by)
    act = Act.match(ends[people["Amina Diallo"].pk], ends[people["Bruno Ferreira"].pk])
    carry_out(run, act, by=by, revision=run.revision)
    run.refresh_from_db()
    publication = Publication.prepare(run, by=by)
    with clock.moved(by=GRACE):
        publication.send()
