"""Places: the limit is kept by numbers, not by counting."""

import pytest
from django.db import IntegrityError, transaction

from cairn.kernel import clock, ids
from cairn.mentorships.load import Load, load_of, partners_around
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.seat import Full, Seat
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from tests import cast as players
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(cast: Cast) -> tuple[Enrolment, Enrolment]:
    """Bruno with room for two, and Amina."""
    return players.enrol(cast.bruno, MENTOR), players.enrol(cast.amina, MENTEE)


def test_places_are_numbered_up_to_the_limit(pair: tuple[Enrolment, Enrolment]) -> None:
    bruno, _amina = pair
    assert [Seat.hold(bruno, held_for=ids.new()).number for _ in range(2)] == [1, 2]
    with pytest.raises(Full):
        Seat.hold(bruno, held_for=ids.new())


def test_a_place_given_back_is_given_again(pair: tuple[Enrolment, Enrolment]) -> None:
    bruno, _amina = pair
    first = ids.new()
    Seat.hold(bruno, held_for=first)
    Seat.hold(bruno, held_for=ids.new())
    Seat.release(held_for=first)
    assert Seat.hold(bruno, held_for=ids.new()).number == 1


def test_the_database_refuses_a_number_that_is_taken(pair: tuple[Enrolment, Enrolment]) -> None:
    bruno, _amina = pair
    Seat.hold(bruno, held_for=ids.new())
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(
            organisation=bruno.organisation, enrolment=bruno, number=1, held_for=ids.new(), at=clock.now()
        )


def test_a_lowered_limit_takes_nothing_away_and_gives_nothing_new(pair: tuple[Enrolment, Enrolment]) -> None:
    bruno, amina = pair
    Mentorship.begin(mentor=bruno, mentee=amina, origin=ids.new())
    Enrolment.objects.filter(pk=bruno.pk).update(capacity=1)
    with pytest.raises(Full):
        Seat.hold(bruno, held_for=ids.new())
    assert load_of([bruno]) == {bruno.pk: Load(active=1)}


def test_a_mentorship_keeps_the_places_held_for_it(pair: tuple[Enrolment, Enrolment]) -> None:
    bruno, amina = pair
    origin = ids.new()
    Seat.hold(bruno, held_for=origin)
    assert load_of(pair) == {bruno.pk: Load(held=1), amina.pk: Load()}
    mentorship = Mentorship.begin(mentor=bruno, mentee=amina, origin=origin)
    Seat.release(held_for=origin)
    assert load_of(pair) == {bruno.pk: Load(active=1), amina.pk: Load(active=1)}
    assert partners_around(mentorship.programme) == {(amina.person_id, bruno.person_id)}


def test_one_proposal_begins_one_mentorship(pair: tuple[Enrolment, Enrolment]) -> None:
    bruno, amina = pair
    origin = ids.new()
    Mentorship.begin(mentor=bruno, mentee=amina, origin=origin)
    with pytest.raises(IntegrityError), transaction.atomic():
        Mentorship.begin(mentor=bruno, mentee=amina, origin=origin)


def test_only_its_members_see_a_mentorship(pair: tuple[Enrolment, Enrolment], cast: Cast) -> None:
    mentorship = Mentorship.begin(mentor=pair[0], mentee=pair[1], origin=ids.new())
    seen = {who.name.split()[0]: list(Mentorship.objects.visible_to(who)) for who in vars(cast).values()}
    assert seen == {"Amina": [mentorship], "Bruno": [mentorship], "Chen": [], "Dara": [], "Ada": []}
