"""Many Ways: a programme of the demo organisation in which every kind of mentoring is under way.

Amina and Bruno are in most of them, so that whoever visits as one of the two finds each kind from the inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from cairn.packs import told
from cairn.packs.newcomer import Newcomer, enrol
from cairn.packs.past import begun, days_ago, met, will_meet
from cairn.programmes.coordination import Coordination
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from cairn.programmes.format import formats
from cairn.programmes.programme import RUNNING, Programme

if TYPE_CHECKING:
    from cairn.accounts.organisation import Organisation
    from cairn.people.person import Person
    from cairn.questions.question import Question, QuestionSet

NAME, SLUG, PLACES = "Many Ways", "many-ways", 6
MENTORS = (
    "Bruno Ferreira", "Mei Okafor", "Tomás Silva", "Ines Rocha", "Kwame Mensah", "Chiara Bianchi",
    "Zoë van der Berg", "Yusuf Demir",
)  # fmt: skip
MENTEES = (
    "Amina Diallo", "Ana Ruiz", "Yuki Tanaka", "Lena Hoffmann", "Sofía Castro", "Grace Wanjiku",
    "Samuel Osei", "Beatriz Costa",
)  # fmt: skip


class Places:
    """Everybody's place in the programme, by name and side."""

    def __init__(self, enrolments: Iterable[Enrolment]) -> None:
        self._places = {(each.person.name, each.side): each for each in enrolments}

    def mentor(self, name: str) -> Enrolment:
        return self._places[name, MENTOR]

    def mentee(self, name: str) -> Enrolment:
        return self._places[name, MENTEE]


def live(
    home: Organisation,
    mentors: list[Newcomer],
    mentees: list[Newcomer],
    *,
    people: Mapping[str, Person],
    questions: Mapping[str, Question],
    question_set: QuestionSet,
    by: Person,
) -> Programme:
    """Found it two months ago, and live through what has happened since."""
    with days_ago(63):
        programme: Programme = Programme.objects.create(
            organisation=home, name=NAME, slug=SLUG, state=RUNNING, question_set=question_set
        )
        Coordination.objects.create(organisation=home, programme=programme, person=by)
        programme.choose_formats([each.id for each in formats().values() if each.is_ready], by=by)
        rows = [replace(each, capacity=PLACES) for each in (*mentors, *mentees)]
        bring = partial(enrol, programme, people=people, questions=questions)
        lead = bring((row for row in rows if row.name in MENTORS), side=MENTOR)
        learn = bring((row for row in rows if row.name in MENTEES), side=MENTEE)
        turned = [replace(row, skills=()) for row in rows if row.name in {"Bruno Ferreira", "Amina Diallo"}]
        sides = ((turned[:1], MENTEE), (turned[1:], MENTOR))
        both = [place for row, side in sides for place in bring(row, side=side)]
        for place in both:
            place.choose_formats(["reverse"], by=place.person)
    places = Places([*lead, *learn, *both])
    for lived in (_pair, _circle, _turned_round, _both_ways, _sponsored):
        lived(places)
    told.answer_questions(places)
    told.show_a_path(places)
    return programme


def _pair(places: Places) -> None:
    """One to one: Ines and Amina, half way."""
    ines, amina = places.mentor("Ines Rocha"), places.mentee("Amina Diallo")
    pair = begun([(ines, MENTOR), (amina, MENTEE)], format="one-to-one", ago=56)
    two = [ines.person, amina.person]
    told.aim(pair, amina.person, ines.person)
    for ago in (49, 35, 21):
        met(pair, two, ago=ago)
    told.act(pair, amina.person)
    will_meet(pair, two, days=3, hour=16)


def _circle(places: Places) -> None:
    """A circle: Bruno leads five, two of whom had the hot seat."""
    seats = [(places.mentor("Bruno Ferreira"), MENTOR)]
    names = ("Amina Diallo", "Ana Ruiz", "Lena Hoffmann", "Grace Wanjiku", "Samuel Osei")
    seats += [(places.mentee(name), MENTEE) for name in names]
    circle = begun(seats, format="group", ago=45)
    everybody = [place.person for place, _side in seats]
    for ago, owner in ((38, 2), (17, 3)):
        told.sit(circle, everybody[owner], met(circle, everybody, ago=ago, hour=14))
    will_meet(circle, everybody, days=6, hour=14)
    told.write_round(circle, everybody)


def _turned_round(places: Places) -> None:
    """Reverse: Amina, the younger, shows Bruno how her generation works."""
    amina, bruno = places.mentor("Amina Diallo"), places.mentee("Bruno Ferreira")
    pair = begun([(amina, MENTOR), (bruno, MENTEE)], format="reverse", ago=40)
    two = [amina.person, bruno.person]
    told.promise(pair, bruno.person)
    met(pair, two, ago=31, hour=15)
    told.change(pair, bruno.person)
    will_meet(pair, two, days=8, hour=15)


def _both_ways(places: Places) -> None:
    """Mutual: Amina and Sofía, half for each."""
    one, other = places.mentee("Amina Diallo"), places.mentee("Sofía Castro")
    pair = begun([(one, MENTEE), (other, MENTEE)], format="mutual", ago=33)
    for ago, mine in ((26, 18), (12, 22)):
        told.share(pair, met(pair, [one.person, other.person], ago=ago, hour=16), mine=mine)
    will_meet(pair, [one.person, other.person], days=9, hour=16)


def _sponsored(places: Places) -> None:
    """Executive: Chiara opens doors for Amina."""
    chiara, amina = places.mentor("Chiara Bianchi"), places.mentee("Amina Diallo")
    pair = begun([(chiara, MENTOR), (amina, MENTEE)], format="executive", ago=50)
    met(pair, [chiara.person, amina.person], ago=42, hour=11)
    told.open_doors(pair, chiara.person, amina.person)
    will_meet(pair, [chiara.person, amina.person], days=12, hour=11)
