"""Runs are kept, numbered, and the same for the same input."""

import json

import pytest
from django.db import connection

from cairn.journal.entry import Entry
from cairn.matching.cohort import gather
from cairn.matching.inputs import Inputs
from cairn.matching.making import DONE, Making
from cairn.matching.pairing import Pairing
from cairn.matching.rulebook import rules_of
from cairn.matching.run import Run
from cairn.matching.running import make_run
from cairn.packs.crowd import gather_crowd
from cairn.people.person import Person
from cairn.programmes.enrolment import Enrolment
from cairn.programmes.programme import Programme
from tests.cast import Cast


def pairs(run: Run) -> set[tuple[str, str]]:
    rows = Pairing.objects.filter(run=run).values_list("mentee__person__name", "mentor__person__name")
    return set(rows)


def test_a_run_keeps_pairs_inputs_rules_and_who_made_it(steps: Programme, trio: dict[str, Enrolment]) -> None:
    chen = Person.objects.get(name="Chen Wei")
    run = make_run(steps, by=chen, note="first try")
    assert pairs(run) == {("Lena Hoffmann", "Bruno Ferreira"), ("Omar Haddad", "Mei Okafor")}
    assert (run.number, run.by, run.note, run.rules) == (1, chen, "first try", rules_of(steps).as_section())
    assert Inputs.from_json(Run.objects.get().snapshot.inputs).digest == gather(steps).inputs.digest
    (entry,) = Entry.objects.about(run)
    assert (entry.verb, entry.data["matched"], entry.data["waiting"]) == ("run.made", 2, 1)


def test_the_same_people_and_rules_give_the_same_run(steps: Programme) -> None:
    gather_crowd(steps, mentees=40, mentors=25)
    one, other = make_run(steps, by=None), make_run(steps, by=None)
    assert pairs(one) == pairs(other)
    assert (one.number, other.number) == (1, 2)
    assert one.snapshot == other.snapshot


def test_what_went_in_is_sealed(steps: Programme, trio: dict[str, Enrolment]) -> None:
    make_run(steps, by=None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT inputs FROM matching_snapshot")
        (sealed,) = cursor.fetchone()
    assert b"onet:python" not in bytes(sealed)


def test_every_pair_has_three_reasons_a_difference_and_a_question(steps: Programme) -> None:
    gather_crowd(steps, mentees=40, mentors=25)
    for pairing in Pairing.objects.filter(run=make_run(steps, by=None)):
        assert (len(pairing.reasons), bool(pairing.difference), bool(pairing.question)) == (3, True, True)
        assert "fit" not in json.dumps(pairing.card())


def test_asking_for_a_run_tells_how_far_it_is(steps: Programme, trio: dict[str, Enrolment]) -> None:
    chen = Person.objects.get(name="Chen Wei")
    making = Making.ask(steps, by=chen, book=rules_of(steps))
    assert (making.stage, making.run) == (DONE, Run.objects.get())


@pytest.mark.django_db(transaction=True)
def test_a_large_cohort_becomes_a_job(steps: Programme, trio: dict[str, Enrolment]) -> None:
    chen = Person.objects.get(name="Chen Wei")
    making = Making.ask(steps, by=chen, book=rules_of(steps), at_once=0)
    making.refresh_from_db()
    assert (making.stage, making.run) == (DONE, Run.objects.get())


def test_a_run_that_cannot_be_made_leaves_nothing_but_its_fault(
    steps: Programme, trio: dict[str, Enrolment]
) -> None:
    chen = Person.objects.get(name="Chen Wei")
    book = rules_of(steps).with_criterion("q:gone", kind="gap", ideal=1.0, range=-1.0)
    making = Making.ask(steps, by=chen, book=book)
    assert (making.stage, making.fault, Run.objects.count()) == ("failed", "rules_do_not_fit", 0)


def test_only_coordinators_see_runs(steps: Programme, trio: dict[str, Enrolment], cast: Cast) -> None:
    run = make_run(steps, by=None)
    assert list(Run.objects.visible_to(cast.chen)) == [run]
    assert list(Run.objects.visible_to(cast.ada)) == [run]
    for other in (cast.amina, cast.bruno, cast.dara):
        assert list(Run.objects.visible_to(other)) == []
        assert list(Pairing.objects.visible_to(other)) == []
