"""Resting, leaving, saying goodbye, and what is given back."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cairn.journal.entry import Entry
from cairn.kernel import clock
from cairn.mentorships.ending import Ending
from cairn.mentorships.farewell import Farewell
from cairn.mentorships.load import NOTHING, load_of
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pause import Pause
from cairn.mentorships.refusal import Refused
from cairn.mentorships.seat import Seat
from cairn.people.person import Person
from cairn.people.tie import Tie
from cairn.programmes.enrolment import MENTOR, Enrolment
from tests.cast import Cast
from tests.mentorships.conftest import agree, named, verbs

pytestmark = pytest.mark.django_db
PRIVATE = "I am not well, and that is mine."


def test_a_pause_is_private_and_ends(pair: Mentorship, cast: Cast) -> None:
    pause = Pause.begin(pair, by=cast.amina, until=clock.today() + timedelta(days=20), reason=PRIVATE)
    assert [pause.reason_for(who) for who in (cast.amina, cast.bruno, cast.chen)] == [PRIVATE, "", ""]
    assert PRIVATE not in json.dumps([entry.data for entry in Entry.everything.all()])
    assert list(Mentorship.objects.resting()) == [pair]
    with pytest.raises(Refused, match="already rests"):
        Pause.begin(pair, by=cast.bruno, until=clock.today() + timedelta(days=5))
    pause.end(cast.bruno)
    pause.end(cast.bruno)
    assert verbs(pair) == ["begun", "paused", "resumed"]
    assert list(Mentorship.objects.resting()) == []


@pytest.mark.parametrize("days", [-1, 0, 400])
def test_a_pause_ends_on_a_day_to_come(pair: Mentorship, cast: Cast, days: int) -> None:
    with pytest.raises(Refused, match="six months"):
        Pause.begin(pair, by=cast.amina, until=clock.today() + timedelta(days=days))


def test_the_database_keeps_one_pause_at_a_time(pair: Mentorship, cast: Cast) -> None:
    pause = Pause.begin(pair, by=cast.amina, until=clock.today() + timedelta(days=5))
    with pytest.raises(IntegrityError), transaction.atomic():
        Pause.objects.create(
            organisation=pair.organisation,
            mentorship=pair,
            by=cast.amina,
            since=pause.since,
            until=pause.until,
        )


def test_leaving_takes_one_tap_and_no_reason(pair: Mentorship, cast: Cast) -> None:
    ending = Ending.leave(pair, by=cast.amina, reason=PRIVATE, another=False)
    assert ending is not None
    assert (pair.state, pair.closed_as, ending.how) == ("closed", "early_no_fault", "early_no_fault")
    assert [ending.reason_for(who) for who in (cast.amina, cast.bruno, cast.chen)] == [PRIVATE, "", ""]
    assert load_of(Enrolment.objects.all()) == dict.fromkeys(
        Enrolment.objects.values_list("pk", flat=True), NOTHING
    )
    assert not Tie.objects.filter(until=None).exists()
    assert list(Person.objects.visible_to(cast.amina)) == [cast.amina]
    assert verbs(pair) == ["begun", "ended"]


def test_who_wants_another_is_rematched(pair: Mentorship, cast: Cast) -> None:
    Ending.leave(pair, by=cast.amina)
    assert pair.closed_as == "rematched"
    assert Entry.objects.about(pair).last().data == {"how": "rematched", "another": True}


def test_nothing_is_changed_after_the_end(pair: Mentorship, cast: Cast) -> None:
    Ending.leave(pair, by=cast.amina)
    for act in (
        lambda: Ending.leave(pair, by=cast.bruno),
        lambda: Pause.begin(pair, by=cast.bruno, until=clock.today() + timedelta(days=5)),
        lambda: pair.agreements.get().consent(cast.bruno),
        lambda: pair.begin_closing(cast.bruno),
        lambda: pair.go_on(cast.bruno),
    ):
        with pytest.raises(Refused, match="has ended"):
            act()
    assert Ending.objects.count() == 1


def test_an_ending_ends_a_pause_with_it(pair: Mentorship, cast: Cast) -> None:
    Pause.begin(pair, by=cast.amina, until=clock.today() + timedelta(days=5))
    Ending.leave(pair, by=cast.bruno)
    assert Pause.objects.standing().count() == 0


def test_a_circle_goes_on_without_one(circle: Mentorship, cast: Cast) -> None:
    assert Ending.leave(circle, by=cast.amina) is None
    circle.refresh_from_db()
    assert circle.state == "forming"
    assert named([member.person for member in circle.present()]) == {"Bruno", "Emeka", "Farah", "Goran"}
    assert not Seat.objects.filter(enrolment__person=cast.amina).exists()
    assert not Tie.objects.visible_to(cast.amina).filter(until=None).exists()
    assert list(circle.agreements.model.objects.visible_to(cast.amina)) == []
    with pytest.raises(Refused, match="not part"):
        Ending.leave(circle, by=cast.amina)
    assert verbs(circle) == ["begun", "left"]


def test_the_last_yes_may_come_from_somebody_leaving(circle: Mentorship, cast: Cast) -> None:
    version = circle.agreements.get()
    for member in circle.present():
        if member.person != cast.amina:
            version.consent(member.person)
    Ending.leave(circle, by=cast.amina)
    assert Mentorship.objects.get().state == "working"


def test_a_circle_without_its_mentor_ends(circle: Mentorship, cast: Cast) -> None:
    assert Ending.leave(circle, by=cast.bruno, another=False) is not None
    assert Seat.objects.count() == 0


def say(mentorship: Mentorship, **choices: str) -> None:
    """Three taps each."""
    for name, choice in choices.items():
        person = next(
            each.person for each in mentorship.present() if each.person.name.lower().startswith(name)
        )
        Farewell.say(mentorship, by=person, stays="Patience", thanks="Thank you.", choice=choice)


def test_the_last_goodbye_ends_it(pair: Mentorship, cast: Cast) -> None:
    agree(pair)
    pair.begin_closing(cast.amina)
    say(pair, amina="end")
    assert pair.state == "closing"
    say(pair, bruno="renew")
    assert (pair.state, pair.closed_as, Ending.objects.get().by) == ("closed", "completed", None)
    words = Farewell.objects.get(person=cast.amina)
    assert (words.stays_for(cast.amina), words.stays_for(cast.bruno), words.thanks) == (
        "Patience",
        "",
        "Thank you.",
    )
    assert verbs(pair) == ["begun", "agreed", "closing", "farewelled", "farewelled", "ended"]


def test_it_is_renewed_where_both_want_that(pair: Mentorship) -> None:
    agree(pair)
    last_day = pair.ends_on
    assert last_day is not None
    pair.begin_closing()
    say(pair, amina="renew", bruno="renew")
    assert (pair.state, pair.term, pair.ends_on) == ("working", 2, last_day + timedelta(weeks=13))
    pair.begin_closing()
    say(pair, amina="end", bruno="end")
    assert (pair.state, Farewell.objects.count()) == ("closed", 4)


def test_light_contact_keeps_them_in_sight_of_each_other(pair: Mentorship, cast: Cast) -> None:
    pair.begin_closing()
    say(pair, amina="light", bruno="light")
    standing = Tie.objects.filter(until=None)
    assert {(tie.person, tie.other, tie.kind) for tie in standing} == {
        (cast.amina, cast.bruno, "peer"),
        (cast.bruno, cast.amina, "peer"),
    }


def test_who_passes_it_on_becomes_a_mentor(pair: Mentorship, cast: Cast) -> None:
    pair.begin_closing()
    say(pair, amina="pass_on", bruno="end")
    place = Enrolment.objects.get(person=cast.amina, side=MENTOR)
    assert (place.programme, place.capacity) == (pair.programme, 1)


def test_an_early_end_has_its_goodbye_too(pair: Mentorship, cast: Cast) -> None:
    with pytest.raises(Refused, match="not the time"):
        say(pair, amina="end")
    Ending.leave(pair, by=cast.bruno)
    with pytest.raises(Refused, match="has ended"):
        say(pair, amina="renew")
    say(pair, amina="end")
    assert Farewell.objects.get().thanks == "Thank you."


def test_the_database_knows_how_it_ended(pair: Mentorship) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Mentorship.objects.filter(pk=pair.pk).update(state="closed")
