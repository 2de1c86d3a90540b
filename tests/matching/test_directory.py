"""The directory shows whom the rights show, page by page, and knows how many there are in all."""

import pytest

from cairn.matching.directory import PER_PAGE, Wish, mentors_for, page_of_mentors
from cairn.people.block import Block
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from cairn.programmes.programme import Programme
from cairn.programmes.standing import Standing
from tests import cast as players
from tests.cast import Cast

ANYBODY = Wish()


@pytest.fixture
def crowded(cast: Cast) -> Cast:
    """Mentors who stayed, left, blocked or were blocked, here, in a second programme, and elsewhere."""
    second = players.programme("second", name="Second")
    for name in ("Stays Here", "Blocks Amina", "Blocked Byamina"):
        players.enrol(players.person(name), MENTOR)
    players.enrol(players.person("Left Long"), MENTOR).leave(by=None)
    both = players.person("Both Programmes")
    players.enrol(both, MENTOR)
    players.enrol(both, MENTOR, to=second)
    players.enrol(players.person("Second Only"), MENTOR, to=second)
    players.enrol(players.person("Gone Mentee"), MENTEE).leave(by=None)
    elsewhere = players.organisation("harbour", name="Harbour")
    players.enrol(players.person("Far Away", at=elsewhere), MENTOR, to=players.programme(at=elsewhere))
    _block("Blocks Amina", cast.amina.name)
    _block(cast.amina.name, "Blocked Byamina")
    _block(cast.chen.name, "Stays Here")
    return cast


def _block(who: str, whom: str) -> None:
    one, other = players.person(who), players.person(whom)
    Block.objects.create(organisation=one.organisation, person=one, blocked=other)


def names(person: Person) -> list[str]:
    return [found.name for found in mentors_for(Standing(person), wish=ANYBODY)]


def test_a_participant_finds_the_mentors_beside_them_and_nobody_across_a_block(crowded: Cast) -> None:
    assert names(crowded.amina) == ["Both Programmes", "Bruno Ferreira", "Stays Here"]


def test_a_coordinator_finds_all_who_are_still_there_and_nobody_of_other_programmes(crowded: Cast) -> None:
    expected = ["Blocked Byamina", "Blocks Amina", "Both Programmes", "Bruno Ferreira", "Stays Here"]
    assert names(crowded.chen) == expected


def test_who_left_finds_nobody(crowded: Cast) -> None:
    assert names(players.person("Gone Mentee")) == []


def test_everybody_finds_exactly_whom_the_rights_show_them(crowded: Cast) -> None:
    for person in Person.objects.select_related("organisation"):
        shown = Enrolment.objects.visible_to(person).present().filter(side=MENTOR)
        expected = Person.objects.filter(pk__in=shown.values("person")).order_by("name", "id")
        assert names(person) == [each.name for each in expected], person.name


def test_a_standing_says_what_the_rights_say(crowded: Cast) -> None:
    for person in Person.objects.select_related("organisation"):
        standing = Standing(person)
        assert standing.looks_after == {row.pk for row in Programme.objects.visible_to(person)}
        assert standing.takes_part_in == {row.pk for row in Programme.objects.taken_part_in_by(person)}


def test_a_page_holds_its_share_and_knows_how_many_there_are(cast: Cast) -> None:
    for number in range(PER_PAGE + 1):
        players.enrol(players.person(f"M{number:02} Teaches"), MENTOR)
    standing = Standing(cast.amina)
    pages = [page_of_mentors(standing, wish=ANYBODY, number=number) for number in (1, 2, 99)]
    assert [(len(page), page.number, page.paginator.count) for page in pages] == [
        (PER_PAGE, 1, PER_PAGE + 2),
        (2, 2, PER_PAGE + 2),
        (2, 2, PER_PAGE + 2),
    ]
    assert [mentor.name for mentor, _ in pages[1]] == [mentor.name for mentor, _ in pages[2]]


def test_nobody_is_one_empty_page(cast: Cast) -> None:
    for number in (1, 7):
        page = page_of_mentors(Standing(cast.dara), wish=ANYBODY, number=number)
        assert (list(page), page.number, page.paginator.num_pages) == ([], 1, 1)
