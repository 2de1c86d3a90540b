"""Ask in three taps, without a script; what the two see before and after; what is missing, as counts."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from cairn.kernel import clock
from cairn.meetings.attending import tap_held
from cairn.people.vocabulary import code_of
from cairn.stories.flash import Flash
from cairn.stories.giving import given_by
from cairn.stories.offering import offers_on
from cairn.stories.unmet_topic import UnmetTopic
from tests import cast as players
from tests.cast import Cast
from tests.web.browsing import browser_of

TOPIC = code_of("public speaking")


@pytest.fixture
def offering(cast: Cast) -> Cast:
    """First Steps answers single questions, and Bruno knows about speaking."""
    players.programme().choose_formats(["one-to-one", "flash"], by=cast.chen)
    players.claim(cast.bruno, "offered", TOPIC)
    return cast


def booked(cast: Cast) -> Flash:
    offer = offers_on(cast.amina, TOPIC)[0]
    where = {"topic": TOPIC, "expert": offer.expert.pk, "at": offer.starts_at.isoformat()}
    browser_of(cast.amina).post("/ask/question/", {**where, "question": "How do I begin?", "tried": "A joke"})
    found: Flash = Flash.objects.with_people().get()
    return found


def test_three_taps_book_a_slot(offering: Cast) -> None:
    amina = browser_of(offering.amina)
    assert f'value="{TOPIC}"' in amina.get("/ask/").content.decode()
    times = amina.post("/ask/topics/", {"topic": TOPIC}, follow=True)
    link = times.content.decode().split('class="time" href="')[1].split('"')[0].replace("&amp;", "&")
    assert "Bruno Ferreira" in amina.get(link).content.decode()
    where = {name: value[0] for name, value in parse_qs(urlsplit(link).query).items()}
    page = amina.post("/ask/question/", {**where, "question": "How do I begin?"}, follow=True)
    assert "You ask Bruno Ferreira" in page.content.decode()
    bruno = browser_of(offering.bruno).get(page.redirect_chain[-1][0]).content.decode()
    assert ("How do I begin?" in bruno, "Amina Diallo asks you" in bruno) == (True, True)


def test_own_words_with_a_slip_of_the_finger_find_the_topic(offering: Cast) -> None:
    page = browser_of(offering.amina).post("/ask/topics/", {"words": "public speeking"}, follow=True)
    assert "Bruno Ferreira" in page.content.decode()


def test_a_topic_without_a_time_says_what_else_and_is_counted_without_a_name(offering: Cast) -> None:
    page = browser_of(offering.amina).post("/ask/topics/", {"words": "negotiation"}, follow=True)
    assert "No time for this in the next two weeks" in page.content.decode()
    assert UnmetTopic.objects.count() == 1
    seen = browser_of(offering.chen).get("/p/first-steps/asked-for/").content.decode()
    assert ("fewer than 5" in seen, "Amina" in seen) == (True, False)


def test_what_was_typed_is_given_back_where_something_is_wrong(offering: Cast) -> None:
    offer = offers_on(offering.amina, TOPIC)[0]
    where = {"topic": TOPIC, "expert": offer.expert.pk, "at": offer.starts_at.isoformat()}
    page = browser_of(offering.amina).post("/ask/question/", {**where, "question": "", "tried": "A joke"})
    assert "A joke" in page.content.decode()
    assert Flash.objects.count() == 0


def test_a_time_that_is_gone_leads_back_to_the_others(offering: Cast) -> None:
    flash = booked(offering)
    players.enrol(emeka := players.person("Emeka Obi"), "mentee")
    mentor = players.enrol(offering.bruno, "mentor")
    where = {"topic": TOPIC, "expert": mentor.pk, "at": flash.meeting.starts_at.isoformat()}
    page = browser_of(emeka).post("/ask/question/", {**where, "question": "And I?"}, follow=True)
    assert "taken" in page.content.decode()
    assert Flash.objects.count() == 1


def test_nonsense_in_the_address_leads_to_the_beginning(offering: Cast) -> None:
    amina = browser_of(offering.amina)
    for query in ("", "?topic=x&expert=nobody&at=never"):
        assert amina.get(f"/ask/question/{query}").headers["Location"] == "/ask/"


def test_calling_off_gives_the_slot_back(offering: Cast) -> None:
    flash = booked(offering)
    page = browser_of(offering.amina).post(f"/ask/{flash.pk}/cancellation/", follow=True)
    assert "Called off" in page.content.decode()
    assert flash.month_places.count() == 0


def test_after_it_was_held_both_say_how_it_goes_on(offering: Cast) -> None:
    flash = booked(offering)
    with clock.moved(by=flash.meeting.ends_at - clock.now() + timedelta(hours=1)):
        for person in (offering.amina, offering.bruno):
            tap_held(flash.meeting, person)
        amina, bruno = browser_of(offering.amina), browser_of(offering.bruno)
        amina.post(f"/ask/{flash.pk}/impact/", {"words": "I began with a question."})
        assert "I began with a question." in bruno.get(f"/ask/{flash.pk}/").content.decode()
        amina.post(f"/ask/{flash.pk}/wish/", {"more": "yes"})
        assert "You said yes" not in bruno.get(f"/ask/{flash.pk}/").content.decode()
        page = bruno.post(f"/ask/{flash.pk}/wish/", {"more": "yes"}, follow=True).content.decode()
        assert "your mentorship has begun" in page


def test_an_expert_says_what_they_give(offering: Cast) -> None:
    bruno = browser_of(offering.bruno)
    assert "Slots a month" in bruno.get("/ask/").content.decode()
    for said in ("4", "a lot", "999"):
        bruno.post("/ask/giving/", {"a_month": said})
    assert given_by([offering.bruno.pk])[offering.bruno.pk] == 4


def test_where_nobody_answers_questions_the_page_says_so(cast: Cast) -> None:
    assert "None of your programmes" in browser_of(cast.amina).get("/ask/").content.decode()


def test_a_flash_is_between_two(offering: Cast) -> None:
    flash = booked(offering)
    for who in (offering.chen, offering.dara, offering.ada):
        assert browser_of(who).get(f"/ask/{flash.pk}/").status_code == 404
