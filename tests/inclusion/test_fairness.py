"""Groups are counted; nobody is given away."""

from datetime import timedelta

import pytest

from cairn.inclusion.fairness import GroupTable, crossed
from cairn.inclusion.fairness_report import Fairness, FairnessReport, fairness_of, publish_fairness
from cairn.inclusion.self_identification import (
    SelfIdentification,
    WriteOnly,
    declare,
    declare_many,
    key_owner,
    withdraw,
)
from cairn.kernel import clock
from cairn.matching.pairing import Pairing
from cairn.matching.run import Run
from cairn.matching.running import make_run
from cairn.matching.snapshot import Snapshot
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from cairn.vault import keys
from tests import cast as players
from tests.cast import Cast


def mentees(**groups: int) -> list[Enrolment]:
    """So many mentees of each gender, in order."""
    home, places, said = players.organisation(), [], []
    for group, count in groups.items():
        for number in range(count):
            person = Person.objects.create(organisation=home, name=f"{group} {number}")
            places.append(players.enrol(person, MENTEE))
            said.append((person.pk, "gender", group))
    declare_many(organisation_id=home.pk, said=said)
    return places


def run(number: int, matched: list[Enrolment]) -> Run:
    """A run that matched these with Bruno."""
    programme = players.programme()
    mentor = Enrolment.objects.get(person=players.bruno(), side=MENTOR)
    kept = {"organisation": programme.organisation, "programme": programme}
    snapshot = Snapshot.objects.filter(programme=programme).first() or Snapshot.objects.create(
        **kept, digest="x", taken_at=clock.now()
    )
    made: Run = Run.objects.create(
        **kept,
        number=number,
        snapshot=snapshot,
        rules={},
        report={},
        made_at=clock.now() + timedelta(hours=1),
    )
    Pairing.objects.bulk_create(
        Pairing(
            organisation=made.organisation, run=made, mentor=mentor, mentee=place, fit=0.5, strength="good"
        )
        for place in matched
    )
    publish_fairness(made)
    return made


def told_of(made: Run) -> Fairness:
    """What a page would show of it."""
    found = fairness_of(made)
    assert found is not None
    return found


def of_mentees(told: Run) -> GroupTable:
    """The table of the mentees by gender."""
    return next(table for table in told_of(told).tables if table.side == MENTEE)


def test_groups_of_ten_are_told_and_smaller_ones_are_not(cast: Cast) -> None:
    places = mentees(women=40, men=20, divers=4, agender=7)
    table = of_mentees(run(1, places[:50]))
    assert [(row.group, row.count, row.rate) for row in table.rows] == [
        ("women", 40, 1.0),
        ("men", 20, 0.5),
        ("", None, None),
    ]


def test_a_small_group_cannot_be_worked_out_by_subtraction(cast: Cast) -> None:
    assert not of_mentees(run(1, mentees(women=30, men=20, divers=3))).enough


def test_a_group_that_is_matched_far_less_is_flagged(cast: Cast) -> None:
    places = mentees(women=40, men=40)
    table = of_mentees(run(1, places[:40] + places[40:50]))
    assert [(row.group, row.rate, row.ratio, row.adverse) for row in table.rows] == [
        ("men", 0.25, 0.25, True),
        ("women", 1.0, 1.0, False),
    ]


def test_two_dimensions_crossed_hide_what_is_small(cast: Cast) -> None:
    places = mentees(women=40, men=40)
    said = [(place.person_id, "age", "old" if at % 40 < 20 else "young") for at, place in enumerate(places)]
    declare_many(organisation_id=players.organisation().pk, said=said)
    assert crossed(run=run(1, []), first="gender", second="age", side=MENTEE) == [[20, 20], [20, 20]]
    declare_many(organisation_id=players.organisation().pk, said=[(places[0].person_id, "age", "ancient")])
    shown = crossed(run=run(2, []), first="gender", second="age", side=MENTEE)
    assert 1 not in {cell for row in shown for cell in row}
    assert 19 not in {cell for row in shown for cell in row}


def test_newer_tables_wait_until_ten_people_changed(cast: Cast) -> None:
    places = mentees(women=30, men=30)
    first = told_of(run(1, places[:20]))
    again = told_of(run(2, places[:21]))
    later = told_of(run(3, places[:40]))
    assert (again.tables, again.is_older, again.run_number) == (first.tables, True, 1)
    assert (later.is_older, later.tables == first.tables) == (False, False)


@pytest.mark.django_db(transaction=True)
def test_a_run_is_counted_when_it_is_made_and_reading_writes_nothing() -> None:
    chen = players.cast().chen
    mentees(women=30, men=30)
    made = make_run(players.programme(), by=chen)
    kept = FairnessReport.objects.count()
    assert told_of(made).run_number == made.number
    assert (kept, FairnessReport.objects.count()) == (1, 1)


def test_counting_a_run_again_is_counting_it_once(cast: Cast) -> None:
    made = run(1, mentees(women=30, men=30))
    publish_fairness(made)
    assert FairnessReport.objects.count() == 1


def test_nobody_reads_what_somebody_said(cast: Cast) -> None:
    declare(cast.amina, dimension="gender", words="woman")
    with pytest.raises(WriteOnly):
        SelfIdentification.objects.get(person=cast.amina).value  # noqa: B018 - reading it is the test


def test_saying_it_again_replaces_it_and_it_can_be_taken_back(cast: Cast) -> None:
    declare(cast.amina, dimension="gender", words="woman")
    declare(cast.amina, dimension="gender", words="another")
    assert SelfIdentification.objects.filter(person=cast.amina).count() == 1
    assert withdraw(cast.amina) == 1
    assert not SelfIdentification.objects.filter(person=cast.amina).exists()


def test_dropping_the_key_takes_somebody_out_of_every_count(cast: Cast) -> None:
    places = mentees(women=20, men=10)
    keys.forget(key_owner(places[-1].person_id))
    assert not of_mentees(run(1, places)).enough


def test_only_the_person_sees_that_something_was_said(cast: Cast) -> None:
    declare(cast.amina, dimension="gender", words="woman")
    seen = [who.name for who in (cast.amina, cast.bruno, cast.chen, cast.ada)
            if SelfIdentification.objects.visible_to(who).exists()]  # fmt: skip
    assert seen == ["Amina Diallo"]
