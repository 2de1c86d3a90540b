"""Today: the card, the two answers, and that a reason stays with whoever gave it."""

from datetime import timedelta

import pytest

from cairn.kernel import clock
from cairn.matching.proposal import Proposal
from cairn.matching.publication import Publication
from cairn.matching.response import Response
from cairn.matching.running import make_run
from cairn.matching.tasks import minute
from cairn.mentorships.mentorship import Mentorship
from tests import cast as players
from tests.cast import Cast
from tests.web.browsing import browser_of


@pytest.fixture
def proposal(cast: Cast) -> Proposal:
    """Amina and Bruno have been told of each other."""
    Publication.prepare(make_run(players.programme(), by=cast.chen), by=cast.chen)
    with clock.moved(by=timedelta(minutes=10)):
        minute()
    found: Proposal = Proposal.objects.get()
    return found


def test_before_anything_is_published_today_says_that_somebody_is_looked_for(cast: Cast) -> None:
    assert "We are looking for somebody for you" in browser_of(cast.amina).get("/today/").content.decode()


def test_a_stranger_reads_that_they_are_in_no_programme(cast: Cast) -> None:
    assert "You are not in a programme yet" in browser_of(cast.dara).get("/today/").content.decode()


def test_both_see_the_card_and_nobodys_address(cast: Cast, proposal: Proposal) -> None:
    amina = browser_of(cast.amina).get("/today/").content.decode()
    bruno = browser_of(cast.bruno).get("/today/").content.decode()
    assert "Bruno Ferreira could be your mentor" in amina
    assert "Amina Diallo could use your help" in bruno
    assert (str(cast.bruno.email) in amina, str(cast.amina.email) in bruno) == (False, False)


def test_a_card_shows_what_its_fit_is_made_of_in_words(cast: Cast, proposal: Proposal) -> None:
    page = browser_of(cast.amina).get("/today/").content.decode()
    card = page[page.index("What the fit is made of") : page.index("The numbers")]
    assert ["Goals and skills" in card, "strong" in card] == [True, True]


def test_two_yeses_begin_a_mentorship_and_show_the_address(cast: Cast, proposal: Proposal) -> None:
    for who in (cast.amina, cast.bruno):
        browser_of(who).post(f"/proposals/{proposal.pk}/acceptance/")
    assert Mentorship.objects.count() == 1
    assert str(cast.bruno.email) in browser_of(cast.amina).get("/today/").content.decode()


def test_a_no_keeps_its_reason_to_itself(cast: Cast, proposal: Proposal) -> None:
    browser_of(cast.amina).post(f"/proposals/{proposal.pk}/decline/", {"reason": "We quarrelled once"})
    assert Response.objects.get().reason_for(cast.amina) == "We quarrelled once"
    pages = [
        browser_of(cast.bruno).get("/today/"),
        browser_of(cast.chen).get("/p/first-steps/"),
        browser_of(cast.chen).get("/p/first-steps/publication/", follow=True),
    ]
    assert [page.content.decode().count("quarrelled") for page in pages] == [0, 0, 0]


def test_a_reason_too_long_is_given_back_to_shorten(cast: Cast, proposal: Proposal) -> None:
    words = "because " * 200
    answer = browser_of(cast.amina).post(f"/proposals/{proposal.pk}/decline/", {"reason": words})
    assert words.strip() in answer.content.decode()
    assert Response.objects.count() == 0


def test_looking_at_the_page_of_a_no_changes_nothing(cast: Cast, proposal: Proposal) -> None:
    browser_of(cast.amina).get(f"/proposals/{proposal.pk}/decline/")
    assert Response.objects.count() == 0


def test_nobody_else_can_answer(cast: Cast, proposal: Proposal) -> None:
    places = (f"/proposals/{proposal.pk}/acceptance/", f"/proposals/{proposal.pk}/decline/")
    answers = [browser_of(who).post(place) for who in (cast.chen, cast.dara, cast.ada) for place in places]
    assert [answer.status_code for answer in answers] == [404] * 6
