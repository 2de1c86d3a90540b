"""Hours a month: nobody mentors more people than their time is told to reach for."""

import pytest

from cairn.intake import bringing, checking
from cairn.intake.receiving import receive
from cairn.intake.upload import Upload
from cairn.matching import lab
from cairn.matching.hints import adopt
from cairn.matching.offering import best_for
from cairn.matching.rulebook import rules_of, save
from cairn.matching.running import make_run
from cairn.matching.to_do import state_of
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from cairn.programmes.programme import Programme
from tests.matching.conftest import Join

NAMES = ("Amina Diallo", "Omar Haddad", "Lena Hoffmann", "Priya Nair")


def asks(programme: Programme, *, hours: float) -> None:
    """From now on one mentorship takes so many hours a month."""
    chen = Person.objects.get(name="Chen Wei")
    save(programme, rules_of(programme).with_gates(monthly=hours), by=chen)


@pytest.fixture
def bruno(join: Join) -> Enrolment:
    """Four wait for Bruno, who would take five people and has four hours a month."""
    for name in NAMES:
        join(MENTEE, name, "Python")
    mentor = join(MENTOR, "Bruno Ferreira", "Python", capacity=5)
    mentor.hours_a_month = 4
    mentor.save()
    return mentor


def monthly(view: lab.LabView) -> tuple[bool, str, int]:
    gate = next(each for each in view.gates if each.id == "monthly_hours")
    return gate.on, gate.why, view.short_of_hours


def test_four_hours_at_two_each_are_two_mentees_at_most(steps: Programme, bruno: Enrolment) -> None:
    asks(steps, hours=2)
    view = lab.play(steps)
    assert (view.matched, monthly(view)) == (2, (True, "mapped", 1))
    assert [(each.name, each.given, each.capacity) for each in view.loads] == [("Bruno Ferreira", 2, 2)]
    assert state_of(steps).places == 2
    chen = Person.objects.get(name="Chen Wei")
    assert make_run(steps, by=chen).pairings.count() == 2


def test_switched_off_the_places_alone_count_and_the_lab_says_so(steps: Programme, bruno: Enrolment) -> None:
    asks(steps, hours=0)
    view = lab.play(steps)
    assert (view.matched, monthly(view)) == (4, (False, "set_off", 0))


def test_where_nobody_told_hours_the_condition_is_off_and_says_why(
    steps: Programme, trio: dict[str, Enrolment]
) -> None:
    assert rules_of(steps).gates.monthly == 0
    asks(steps, hours=2)
    assert monthly(lab.play(steps)) == (False, "not_mapped", 0)


def test_told_hours_count_without_a_decision_at_an_hour_and_a_half(
    steps: Programme, bruno: Enrolment
) -> None:
    assert rules_of(steps).gates.monthly == 1.5
    assert lab.play(steps).matched == 2


def test_whoever_has_no_time_left_is_not_offered_either(steps: Programme, bruno: Enrolment) -> None:
    asks(steps, hours=5)
    amina = Enrolment.objects.select_related("programme").get(person__name="Amina Diallo")
    assert best_for(amina) is None


def test_one_mentee_more_is_time_for_one_mentee_more(steps: Programme, bruno: Enrolment) -> None:
    asks(steps, hours=2)
    adopt(steps, f"capacity={bruno.person_id}", by=Person.objects.get(name="Chen Wei"))
    bruno.refresh_from_db()
    assert (bruno.capacity, bruno.hours_a_month, lab.play(steps).matched) == (5, 6, 3)


def test_hours_a_month_come_with_the_file(steps: Programme, bruno: Enrolment) -> None:
    asks(steps, hours=2)
    text = f"Name,E-mail,Stunden im Monat\nBruno Ferreira,{bruno.person.email},6-8 h\n"
    upload = receive(programme=steps, side=MENTOR, by=None, name="mentors.csv", content=text.encode())
    checking.begin(upload)
    checking.check(Upload.objects.get(pk=upload.pk))
    bringing.begin(upload)
    bringing.bring(Upload.objects.get(pk=upload.pk))
    bruno.refresh_from_db()
    assert (bruno.hours_a_month, lab.play(steps).matched) == (6, 3)
