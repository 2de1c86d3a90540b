"""From rows to the engine's input."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.kernel import clock
from cairn.matching.cohort import gather
from cairn.matching.inputs import Inputs
from cairn.matching.proposal import Proposal
from cairn.mentorships.mentorship import Mentorship
from cairn.people.block import Block
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from cairn.programmes.programme import Programme
from tests import cast as players
from tests.matching.conftest import Join


def queries(programme: Programme) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        gather(programme)
    return len(seen)


def test_as_many_queries_for_three_as_for_one(steps: Programme, join: Join) -> None:
    join(MENTEE, "Amina Diallo", "Python")
    join(MENTOR, "Bruno Ferreira", "Python")
    one = queries(steps)
    for name in ("Lena", "Omar"):
        join(MENTEE, f"{name} Mentee", "Python")
        join(MENTOR, f"{name}s Mentor", "Python")
    assert queries(steps) == one


def test_cells_hold_codes_and_times_never_names(steps: Programme, join: Join) -> None:
    join(MENTEE, "Amina Diallo", "MS Excel!", "Beekeeping for beginners")
    (row,) = gather(steps).inputs.mentees
    assert row.cells == {
        "languages": "en",
        "zone": "Europe/Berlin",
        "async": "no",
        "skills": "onet:microsoft-excel!;own:beekeepingforbeginners",
        "hours": "Tue 09:00-12:00;Thu 09:00-12:00",
        "training": "yes",
    }


def test_a_block_keeps_two_apart_whoever_said_it(steps: Programme, trio: dict[str, Enrolment]) -> None:
    amina, bruno = trio["amina"].person, trio["bruno"].person
    Block.objects.create(organisation=steps.organisation, person=bruno, blocked=amina)
    assert gather(steps).inputs.excluded == {(str(amina.pk), str(bruno.pk))}


def test_a_boss_outside_the_programme_still_counts(steps: Programme, trio: dict[str, Enrolment]) -> None:
    boss = Person.objects.create(organisation=steps.organisation, name="Sana Boss")
    Person.objects.filter(pk=boss.pk).update(manager=trio["bruno"].person)
    Person.objects.filter(pk=trio["amina"].person_id).update(manager=boss)
    assert gather(steps).inputs.reports_to == {
        str(trio["amina"].person_id): str(boss.pk),
        str(boss.pk): str(trio["bruno"].person_id),
    }


def test_pairs_that_exist_use_places_and_leave_the_queue(
    steps: Programme, trio: dict[str, Enrolment]
) -> None:
    Mentorship.begin(mentor=trio["bruno"], mentee=trio["lena"], origin=trio["lena"].pk)
    inputs = gather(steps).inputs
    assert {row.id: row.capacity for row in inputs.mentors} == {
        str(trio["bruno"].person_id): 0,
        str(trio["mei"].person_id): 1,
    }
    assert {row.id for row in inputs.mentees} == {str(trio[who].person_id) for who in ("amina", "omar")}


def test_two_programmes_do_not_ask_the_same_two_twice(steps: Programme, trio: dict[str, Enrolment]) -> None:
    amina, bruno = trio["amina"].person, trio["bruno"].person
    pilot = players.programme("pilot", name="Pilot")
    Proposal.objects.create(
        organisation=pilot.organisation,
        programme=pilot,
        mentor=players.enrol(bruno, MENTOR, to=pilot),
        mentee=players.enrol(amina, MENTEE, to=pilot),
        card={},
        made_at=clock.now(),
    )
    assert gather(steps).inputs.excluded == {(str(amina.pk), str(bruno.pk))}


def test_kept_inputs_come_back_as_they_were(steps: Programme, trio: dict[str, Enrolment]) -> None:
    inputs = gather(steps).inputs
    again = Inputs.from_json(inputs.as_json())
    assert again.digest == inputs.digest
    assert Inputs(inputs.mentors[::-1], inputs.mentees[::-1], inputs.as_of).digest == inputs.digest
