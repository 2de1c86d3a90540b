"""Who is reached where doors are opened: counted by groups, never told of few, anew after ten changed."""

import pytest

from cairn.inclusion.access_audit import AccessAudit, access_of
from cairn.inclusion.self_identification import declare_many
from cairn.inclusion.tasks import night
from cairn.kernel import ids
from cairn.mentorships.mentorship import Mentorship
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from cairn.programmes.programme import Programme
from tests import cast as players
from tests.cast import Cast
from tests.web.browsing import browser_of


@pytest.fixture
def sponsoring(cast: Cast) -> Programme:
    """First Steps, where leaders open doors."""
    where = players.programme()
    where.choose_formats(["one-to-one", "executive"], by=cast.chen)
    Enrolment.objects.filter(person=cast.bruno).update(capacity=40)
    return where


def eligible(**groups: int) -> list[Enrolment]:
    """So many mentees of each gender."""
    home, places, said = players.organisation(), [], []
    for group, count in groups.items():
        for number in range(count):
            person = Person.objects.create(organisation=home, name=f"{group} {number}")
            places.append(players.enrol(person, MENTEE))
            said.append((person.pk, "gender", group))
    declare_many(organisation_id=home.pk, said=said)
    return places


def sponsor(places: list[Enrolment]) -> None:
    """Bruno opens doors for these."""
    bruno = players.enrol(players.bruno(), MENTOR)
    for place in places:
        Mentorship.begin(mentor=bruno, mentee=place, origin=ids.new(), format="executive")


def test_a_group_that_is_hardly_reached_is_named(sponsoring: Programme, cast: Cast) -> None:
    places = eligible(men=20, women=20)
    sponsor(places[:16])
    night()
    (audit,) = access_of(sponsoring)
    (table,) = audit.tables
    assert [(row.group, row.rate, row.adverse) for row in table.rows] == [
        ("men", 0.8, False),
        ("women", 0.0, True),
    ]
    page = browser_of(cast.chen).get("/p/first-steps/access/").content.decode()
    assert "Reached clearly less often" in page


def test_small_groups_are_not_told(sponsoring: Programme) -> None:
    sponsor(eligible(men=20, women=4)[:3])
    night()
    assert [table.enough for audit in access_of(sponsoring) for table in audit.tables] == [False]


def test_fewer_than_ten_changes_give_no_new_count(sponsoring: Programme) -> None:
    places = eligible(men=20, women=20)
    sponsor(places[:5])
    night()
    sponsor(places[5:14])
    night()
    assert AccessAudit.objects.count() == 1
    sponsor(places[14:15])
    night()
    assert AccessAudit.objects.count() == 2


def test_before_the_first_night_and_without_sponsors_the_page_says_so(
    sponsoring: Programme, cast: Cast
) -> None:
    chen = browser_of(cast.chen)
    assert "Nothing has been counted yet" in chen.get("/p/first-steps/access/").content.decode()
    sponsoring.choose_formats(["one-to-one"], by=cast.chen)
    assert "No format of this programme is audited" in chen.get("/p/first-steps/access/").content.decode()
