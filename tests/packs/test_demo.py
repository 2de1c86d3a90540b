"""The demo organisation, as its five people find it."""

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from cairn.accounts.organisation import Organisation
from cairn.matching import lab
from cairn.matching.proposal import Proposal
from cairn.matching.run import Run
from cairn.meetings.meeting import Meeting
from cairn.mentorships.mentorship import Mentorship
from cairn.packs.crowd import gather_crowd
from cairn.packs.demo import build
from cairn.people.person import Person
from cairn.people.skill_claim import SkillClaim
from cairn.programmes.format import formats
from cairn.programmes.programme import Programme
from tests import cast as players

pytestmark = pytest.mark.django_db


def test_the_five_find_what_they_came_for() -> None:
    home = build()
    cast = {person.name: person for person in Person.objects.filter(account__isnull=False)}
    assert sorted(cast) == ["Ada Okafor", "Amina Diallo", "Bruno Ferreira", "Chen Wei", "Dara Sok"]
    (waits,) = Proposal.objects.awaiting(cast["Amina Diallo"])
    assert list(Proposal.objects.awaiting(cast["Bruno Ferreira"])) == [waits]
    assert waits.partner_of(cast["Amina Diallo"]) == cast["Bruno Ferreira"]
    assert [each.slug for each in Programme.objects.visible_to(cast["Chen Wei"])] == [
        "first-steps",
        "many-ways",
        "speak-up",
    ]
    assert list(Programme.objects.visible_to(cast["Dara Sok"])) == []
    assert home.is_demo


def test_every_kind_of_mentoring_that_may_begin_is_under_way() -> None:
    build()
    ready = {each.id for each in formats().values() if each.is_ready}
    under_way = Mentorship.objects.living().filter(programme__slug="many-ways")
    of_amina = under_way.filter(members__person__name="Amina Diallo")
    assert set(under_way.values_list("format", flat=True)) == ready
    assert set(of_amina.values_list("format", flat=True)) == ready
    assert Meeting.objects.took_place().filter(mentorship__programme__slug="many-ways").count() > 8


def test_its_lab_shows_people_who_wait_and_a_hint_that_helps() -> None:
    build()
    steps = Programme.objects.get(slug="first-steps")
    view = lab.play(steps)
    assert (view.mentees, view.mentors) == (40, 26)
    assert 25 < view.matched < 40
    assert all(each.sentence for each in view.waiting)
    assert lab.hints(steps, token=view.token)[0].gain > 0
    assert not Run.objects.filter(programme=steps).exists()


def test_asked_twice_it_is_made_once() -> None:
    build()
    people = Person.objects.count()
    call_command("demo")
    assert (Person.objects.count(), Organisation.objects.count()) == (people, 1)


def test_it_is_not_made_by_accident(settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="not a demo"):
        call_command("demo")


def test_a_crowd_is_the_same_for_the_same_seed() -> None:
    told = []
    for name in ("one", "two"):
        programme = players.programme(name, at=players.organisation(name))
        gather_crowd(programme, mentees=20, mentors=10)
        claims = SkillClaim.objects.filter(organisation=programme.organisation)
        told.append(sorted(claims.values_list("person__name", "side", "code")))
    assert told[0] == told[1]
    assert len(told[0]) > 60
