"""How a mentorship goes, read from rows: what counts, what is left out, and who has no health at all."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.care.answered import Answered
from cairn.care.asking import Asking
from cairn.care.fact_reading import read
from cairn.care.health_of import health_of
from cairn.care.health_reading import HealthReading, latest_for
from cairn.care.watching import timers_of, watch
from cairn.kernel import clock, ids
from cairn.mentorships.goal import Goal
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pause import Pause
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR
from tests import cast as players
from tests.care.conftest import agree, booked, called_off, facts_of, meet, on_day
from tests.cast import Cast


def rate(mentorship: Mentorship, person: Person, *values: float, instrument: str = "sc3") -> None:
    """Answers, oldest first."""
    for number, value in enumerate(values):
        asking = Asking.objects.create(
            organisation_id=mentorship.organisation_id,
            person=person,
            mentorship=mentorship,
            instrument=instrument,
            moment="meeting",
            mark=str(number),
            side=MENTEE,
            made_at=clock.now(),
            due_at=clock.now(),
            lapses_at=clock.now(),
        )
        Answered.objects.create(
            organisation_id=mentorship.organisation_id, asking=asking, value=value, at=clock.now()
        )


def test_the_worked_example_read_from_rows(cast: Cast, pair: Mentorship) -> None:
    """Every two weeks, three of four held in eight weeks, the last three weeks ago, 4.3 and 3.9, a goal that
    has stood still, agreed: 72.2 but for the balance of messages, of which there are none.
    """
    with on_day(1):
        agree(pair)
        Goal.set(pair, owner=cast.amina, title="Speak to a full hall", shared=False)
    for day in (10, 24, 38):
        meet(pair, day)
    with on_day(59):
        rate(pair, cast.amina, 1, 4, 4, 4.9)
        rate(pair, cast.bruno, 3.9)
        found = health_of(facts_of(pair), clock.now())
    assert found is not None
    assert found.missing == ("balance",)
    assert found.parts["cadence"] == pytest.approx(0.75)
    assert found.parts["recency"] == pytest.approx(0.75)
    assert found.parts["quality"] == pytest.approx(0.725)
    assert found.parts["goals"] == 0.5
    assert found.value == pytest.approx((22.5 + 15 + 14.5 + 7.5 + 5) / 0.9)
    assert found.band == "drifting"


def test_who_rests_has_no_health_and_the_rest_does_not_count_against_them(pair: Mentorship) -> None:
    with on_day(1):
        agree(pair)
    meet(pair, 8)
    meet(pair, 20)
    bruno = pair.members.get(side=MENTOR).person
    with on_day(22) as now:
        pause = Pause.begin(pair, by=bruno, until=now.date().replace(month=6))
    with on_day(50):
        assert health_of(facts_of(pair), clock.now()) is None
        pause.end(bruno)
    with on_day(52):
        facts = facts_of(pair)
        assert facts.since_met(clock.now()) == pytest.approx(4)
        assert facts.age(clock.now()) == pytest.approx(24)


@pytest.mark.parametrize("format", ["coping", "flash"])
def test_a_format_that_wants_no_health_gets_none(cast: Cast, format: str) -> None:
    with on_day(0):
        bruno, amina = players.enrol(cast.bruno, MENTOR), players.enrol(cast.amina, MENTEE)
        quiet = Mentorship.begin(mentor=bruno, mentee=amina, origin=ids.new(), format=format)
    with on_day(60):
        assert health_of(facts_of(quiet), clock.now()) is None
        watch(quiet.organisation)
    assert not HealthReading.objects.exists()


def test_meetings_tell_what_is_ahead_what_was_called_off_and_who_missed(cast: Cast, pair: Mentorship) -> None:
    called_off(pair, 3, by=cast.amina)
    meet(pair, 10)
    called_off(pair, 24, by=cast.bruno)
    called_off(pair, 26, by=cast.bruno)
    ahead = booked(pair, 40)
    with on_day(30):
        facts = facts_of(pair)
    assert facts.cancelled == (cast.bruno.pk, 2)
    assert (facts.met, facts.booked, facts.ahead) == (1, True, ahead.starts_at)


def test_a_reading_is_kept_once_a_week_and_read_for_many(pair: Mentorship) -> None:
    with on_day(30):
        watch(pair.organisation)
    with on_day(31) as now:
        watch(pair.organisation)
        reading = HealthReading.objects.get()
        assert reading.band == "forming"
        assert latest_for([pair.pk], now) == {pair.pk: reading}
    with on_day(38):
        watch(pair.organisation)
        assert HealthReading.objects.count() == 2
    with on_day(60) as now:
        assert latest_for([pair.pk], now) == {}


def test_many_are_read_with_as_many_questions_as_one(cast: Cast, pair: Mentorship) -> None:
    with on_day(0):
        for name in ("Emeka Obi", "Farah Haddad"):
            mentor = players.enrol(cast.bruno, MENTOR, capacity=9)
            mentor.capacity = 9
            mentor.save()
            mentee = players.enrol(players.person(name), MENTEE)
            Mentorship.begin(mentor=mentor, mentee=mentee, origin=ids.new())
        timers = timers_of(pair.organisation)
        asked = []
        for rows in (Mentorship.objects.all()[:1], Mentorship.objects.all()):
            with CaptureQueriesContext(connection) as queries:
                read(list(rows), timers=timers, now=clock.now())
            asked.append(len(queries))
    assert asked[0] == asked[1] <= 14
