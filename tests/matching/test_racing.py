"""Fifty at once: no limit is passed, nothing happens twice, on the database the suite runs on."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from cairn.kernel import ids
from cairn.matching.proposal import Proposal
from cairn.matching.publication import Publication
from cairn.matching.refusal import Refused
from cairn.matching.running import make_run
from cairn.mentorships.member import Member
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.seat import Full, Seat
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from cairn.programmes.programme import Programme
from tests.matching.conftest import Join

pytestmark = pytest.mark.django_db(transaction=True)
FIFTY = 50


def race(act: Callable[[int], object], *, at_once: int = FIFTY) -> list[str]:
    """Do it in as many threads at the same moment; the sorted names of what each got."""
    start = Barrier(at_once)

    def run(place: int) -> str:
        start.wait()
        try:
            return type(act(place)).__name__
        except (Full, Refused) as told:
            return type(told).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(at_once) as threads:
        return sorted(threads.map(run, range(at_once)))


def test_fifty_reach_for_three_places(steps: Programme, join: Join) -> None:
    bruno = join(MENTOR, "Bruno Ferreira", "Python", capacity=3)
    mentees = [join(MENTEE, f"Mentee{place} Of Fifty") for place in range(FIFTY)]

    def begin(place: int) -> Mentorship:
        return Mentorship.begin(
            mentor=Enrolment.objects.get(pk=bruno.pk), mentee=mentees[place], origin=ids.new()
        )

    got = race(begin)
    assert got == ["Full"] * (FIFTY - 3) + ["Mentorship"] * 3
    assert sorted(Seat.objects.filter(enrolment=bruno).values_list("number", flat=True)) == [1, 2, 3]
    assert Member.objects.filter(person=bruno.person).count() == 3


def test_fifty_yeses_begin_one_mentorship(steps: Programme, trio: dict[str, Enrolment]) -> None:
    chen = Person.objects.get(name="Chen Wei")
    Publication.prepare(make_run(steps, by=chen), by=chen).send()
    proposal = Proposal.objects.get(mentee=trio["omar"])
    both = proposal.people

    def answer(place: int) -> object:
        return Proposal.objects.get(pk=proposal.pk).accept(both[place % 2])

    race(answer)
    assert Mentorship.objects.count() == 1
    assert proposal.responses.count() == 2
    assert Seat.objects.filter(held_for=proposal.pk, mentorship__isnull=False).count() == 2


def test_a_yes_and_a_no_at_the_same_moment_have_one_winner(
    steps: Programme, trio: dict[str, Enrolment]
) -> None:
    chen = Person.objects.get(name="Chen Wei")
    Publication.prepare(make_run(steps, by=chen), by=chen).send()
    proposal = Proposal.objects.get(mentee=trio["omar"])
    omar, mei = proposal.people
    proposal.accept(omar)

    def answer(place: int) -> object:
        fresh = Proposal.objects.get(pk=proposal.pk)
        return fresh.accept(mei) if place % 2 else fresh.decline(omar, another=False)

    race(answer, at_once=8)
    proposal.refresh_from_db()
    assert Mentorship.objects.count() == (1 if proposal.state == "accepted" else 0)


def test_ten_ticks_at_once_send_once(steps: Programme, trio: dict[str, Enrolment]) -> None:
    chen = Person.objects.get(name="Chen Wei")
    publication = Publication.prepare(make_run(steps, by=chen), by=chen)
    race(lambda _place: Publication.objects.get(pk=publication.pk).send(), at_once=10)
    assert Proposal.objects.count() == 2


def test_fifty_refusals_never_offer_beyond_a_limit(steps: Programme, join: Join) -> None:
    first = [join(MENTOR, f"First{place} Choice", "Python") for place in range(8)]
    mentees = [join(MENTEE, f"Mentee{place} Waits", "Python") for place in range(8)]
    chen = Person.objects.get(name="Chen Wei")
    Publication.prepare(make_run(steps, by=chen), by=chen).send()
    proposals = list(Proposal.objects.all())
    spare = join(MENTOR, "Spare Choice", "Python", capacity=2)
    race(lambda place: proposals[place].decline(proposals[place].mentee.person), at_once=8)
    for mentor in (*first, spare):
        held = Seat.objects.filter(enrolment=mentor).count()
        assert held <= mentor.capacity
    for mentee in mentees:
        assert Seat.objects.filter(enrolment=mentee).count() <= 1
