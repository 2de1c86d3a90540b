"""Who sees whom, and what the database refuses."""

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError
from pytest_django import DjangoAssertNumQueries

from cairn.accounts.account import Account
from cairn.people.block import Block, blocks_among
from cairn.people.free_hour import FreeHour, hours_for
from cairn.people.linking import link
from cairn.people.person import Person
from cairn.people.skill_claim import skills_for
from cairn.people.tie import Tie
from tests import cast as players
from tests.cast import Cast


def names(person: Person) -> set[str]:
    return {seen.name for seen in Person.objects.visible_to(person)}


def test_a_stranger_sees_themselves(cast: Cast) -> None:
    assert names(cast.dara) == {"Dara Sok"}


def test_an_administrator_sees_everybody_of_the_organisation_and_nobody_else(cast: Cast) -> None:
    players.person("Eve Elsewhere", at=players.organisation("hill", name="Hill"))
    assert names(cast.ada) == {"Amina Diallo", "Bruno Ferreira", "Chen Wei", "Dara Sok", "Ada Okafor"}


def test_people_who_are_tied_see_each_other_until_one_blocks(cast: Cast) -> None:
    home = cast.amina.organisation
    Tie.objects.create(
        organisation=home, person=cast.amina, other=cast.bruno, kind="mentor", origin=cast.amina.pk
    )
    assert names(cast.amina) == {"Amina Diallo", "Bruno Ferreira"}
    Block.objects.create(organisation=home, person=cast.bruno, blocked=cast.amina)
    assert names(cast.amina) == {"Amina Diallo"}


def test_a_block_holds_in_both_directions_and_only_its_maker_sees_it(cast: Cast) -> None:
    Block.objects.create(organisation=cast.amina.organisation, person=cast.amina, blocked=cast.bruno)
    one, other = cast.amina.pk, cast.bruno.pk
    assert blocks_among([cast.amina, cast.bruno]) == {(one, other), (other, one)}
    assert [Block.objects.visible_to(who).count() for who in (cast.amina, cast.bruno, cast.chen)] == [1, 0, 0]


def test_one_address_is_one_person_whatever_its_case(cast: Cast) -> None:
    with pytest.raises(IntegrityError):
        Person.objects.bulk_create(
            [Person(organisation=cast.amina.organisation, name="Twin", email=str(cast.amina.email).upper())]
        )


def test_people_without_an_address_are_different_people(cast: Cast) -> None:
    for _ in range(2):
        Person.objects.create(organisation=cast.amina.organisation, name="No Mail", email="")
    assert Person.objects.filter(name="No Mail", email=None).count() == 2


@pytest.mark.parametrize("count", [1, 3])
def test_bulk_readers_ask_once_for_one_and_for_three(
    cast: Cast, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    people = [cast.amina, cast.bruno, cast.chen][:count]
    for person in people:
        FreeHour.objects.create(
            organisation=person.organisation, person=person, weekday=0, start=540, end=600
        )
    with django_assert_num_queries(2):
        skills, hours = skills_for(people), hours_for(people)
    assert (len(hours), skills[cast.amina.pk][0].code) == (count, "public-speaking")


def brought(email: str) -> Person:
    made: Person = Person.objects.create(organisation=players.organisation(), name="Nia", email=email)
    return made


def test_a_verified_address_links_the_account_to_its_person(db: None) -> None:
    person = brought("Nia@example.org")
    account = Account.objects.create_user("nia@example.org")
    account.keep_address(proved=True)
    assert link(account) == [person]
    assert link(account) == []


def test_an_unverified_address_links_nothing(db: None) -> None:
    brought("nia@example.org")
    account = Account.objects.create_user("nia@example.org")
    assert link(account) == []


def test_somebody_elses_person_is_not_taken_over(cast: Cast) -> None:
    account = Account.objects.create_user("thief@example.org")
    EmailAddress.objects.create(user=account, email=cast.amina.email, verified=True)
    assert link(account) == []
