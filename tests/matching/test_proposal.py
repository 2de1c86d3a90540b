"""Two cards, two answers."""

import json

import pytest
from django.db import connection

from cairn.journal.entry import Entry
from cairn.matching import rules
from cairn.matching.proposal import Proposal
from cairn.matching.publication import Publication
from cairn.matching.refusal import Refused
from cairn.matching.response import Response
from cairn.matching.running import make_run
from cairn.matching.to_do import state_of
from cairn.mentorships.load import Load, load_of
from cairn.mentorships.mentorship import Mentorship
from cairn.people.block import Block
from cairn.people.person import Person
from cairn.people.tie import Tie
from cairn.programmes.enrolment import MENTOR, Enrolment
from cairn.programmes.programme import Programme
from tests.cast import Cast
from tests.matching.conftest import Join

PRIVATE = "We worked together once, and it hurt."


@pytest.fixture
def chen(steps: Programme) -> Person:
    found: Person = Person.objects.get(name="Chen Wei")
    return found


@pytest.fixture
def proposal(steps: Programme, trio: dict[str, Enrolment], chen: Person) -> Proposal:
    """Omar and Mei, each told of the other."""
    Publication.prepare(make_run(steps, by=chen), by=chen).send()
    found: Proposal = Proposal.objects.get(mentee=trio["omar"])
    return found


def test_two_yeses_begin_a_mentorship(proposal: Proposal, trio: dict[str, Enrolment]) -> None:
    omar, mei = proposal.people
    assert proposal.accept(omar) is None
    mentorship = proposal.accept(mei)
    assert mentorship == Mentorship.objects.get()
    assert set(mentorship.members.values_list("person__name", "side")) == {
        ("Omar Haddad", "mentee"),
        ("Mei Okafor", "mentor"),
    }
    assert load_of([trio["mei"], trio["omar"]]) == {
        trio["mei"].pk: Load(active=1),
        trio["omar"].pk: Load(active=1),
    }
    assert {(each.person, each.other, each.kind) for each in Tie.objects.all()} == {
        (omar, mei, "mentor"),
        (mei, omar, "mentee"),
    }
    told = [entry.verb for entry in Entry.objects.about(proposal)]
    assert told == ["proposal.made", "proposal.accepted", "proposal.accepted"]


def test_a_yes_said_twice_is_one_yes(proposal: Proposal) -> None:
    omar, mei = proposal.people
    proposal.accept(omar)
    proposal.accept(omar)
    assert Response.objects.count() == 1
    mentorship = proposal.accept(mei)
    assert proposal.accept(mei) == mentorship
    assert Mentorship.objects.count() == 1


def test_who_declines_is_offered_the_next_best_at_once(proposal: Proposal, join: Join) -> None:
    join(MENTOR, "Ines Rocha", "Presenting")
    omar, mei = proposal.people
    (offer,) = proposal.decline(omar, reason=PRIVATE)
    assert (offer.mentee.person, offer.mentor.person.name, offer.follows) == (omar, "Ines Rocha", proposal)
    assert list(Proposal.objects.awaiting(omar)) == [offer]
    assert list(Proposal.objects.awaiting(mei)) == []


def test_a_mentor_who_declines_frees_the_mentee_for_another(proposal: Proposal, join: Join) -> None:
    join(MENTOR, "Ines Rocha", "Presenting")
    offers = proposal.decline(proposal.mentor.person)
    assert {(each.mentee.person.name, each.mentor.person.name) for each in offers} == {
        ("Omar Haddad", "Ines Rocha"),
        ("Amina Diallo", "Mei Okafor"),
    }


def test_a_mentor_may_decline_and_rest(proposal: Proposal) -> None:
    assert proposal.decline(proposal.people[1], another=False) == []


def test_nobody_is_offered_beyond_a_limit_or_across_a_block(proposal: Proposal, join: Join) -> None:
    full = join(MENTOR, "Ines Rocha", "Presenting", capacity=0)
    blocked = join(MENTOR, "Tomás Silva", "Presenting")
    Block.objects.create(
        organisation=proposal.organisation, person=blocked.person, blocked=proposal.mentee.person
    )
    assert full.capacity == 0
    assert proposal.decline(proposal.mentee.person) == []


def test_an_answered_proposal_is_settled(proposal: Proposal) -> None:
    omar, mei = proposal.people
    proposal.accept(omar)
    proposal.decline(mei, another=False)
    with pytest.raises(Refused, match="settled"):
        proposal.accept(omar)
    assert Mentorship.objects.count() == 0


def test_a_stranger_cannot_answer(proposal: Proposal, cast: Cast) -> None:
    for other in (cast.dara, cast.chen, cast.ada):
        with pytest.raises(Refused, match="not yours"):
            proposal.accept(other)
        assert list(Proposal.objects.visible_to(other)) == []
    assert rules.may_see(cast.chen, proposal)
    assert not rules.may_see(cast.dara, proposal)


def test_why_somebody_declined_is_read_by_nobody_else(proposal: Proposal, cast: Cast) -> None:
    omar, mei = proposal.people
    proposal.decline(omar, reason=PRIVATE)
    response = Response.objects.get(person=omar)
    assert response.reason_for(omar) == PRIVATE
    assert {response.reason_for(other) for other in (mei, cast.chen, cast.ada)} == {""}
    for other in (mei, cast.chen, cast.ada, cast.dara):
        assert list(Response.objects.visible_to(other)) == []
    assert PRIVATE not in json.dumps([entry.data for entry in Entry.everything.all()])
    with connection.cursor() as cursor:
        cursor.execute("SELECT reason FROM matching_response")
        (sealed,) = cursor.fetchone()
    assert PRIVATE.encode() not in bytes(sealed)


def test_a_coordinator_sees_counts(proposal: Proposal, steps: Programme) -> None:
    proposal.decline(proposal.people[0], reason=PRIVATE, another=False)
    state = state_of(steps)
    assert state.proposals == {"open": 1, "accepted": 0, "declined": 1}
    assert (state.mentors, state.mentees, state.waiting, state.places) == (2, 3, 2, 1)
