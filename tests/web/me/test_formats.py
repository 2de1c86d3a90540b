"""Choosing which of a programme's formats one takes part in."""

import re

import pytest
from django.test import Client

from cairn.programmes.enrolment import MENTEE, Enrolment
from tests import cast as players
from tests.cast import Cast
from tests.web.browsing import browser_of


@pytest.fixture
def place(cast: Cast) -> Enrolment:
    players.programme().choose_formats(["one-to-one", "group", "reverse"], by=cast.chen)
    found: Enrolment = Enrolment.objects.get(person=cast.amina, side=MENTEE)
    return found


@pytest.fixture
def amina(cast: Cast) -> Client:
    return browser_of(cast.amina)


def ticked(page: str) -> list[str]:
    return re.findall(r'name="format" value="([\w-]+)"[^>]* checked', page)


def address(place: Enrolment) -> str:
    return f"/me/programmes/{place.pk}/formats/"


def test_all_are_ticked_until_somebody_chooses(amina: Client, place: Enrolment) -> None:
    page = amina.get(address(place)).content.decode()
    assert ticked(page) == ["one-to-one", "group", "reverse"]
    assert "You would be: Learner (senior)" in page
    assert address(place) in amina.get("/me/").content.decode()


def test_what_is_ticked_is_kept(amina: Client, place: Enrolment) -> None:
    answer = amina.post(address(place), {"format": ["group", "flash"]})
    place.refresh_from_db()
    assert (answer.headers["Location"], place.formats) == ("/me/", ["group"])
    assert ticked(amina.get(address(place)).content.decode()) == ["group"]


def test_none_changes_nothing(amina: Client, place: Enrolment) -> None:
    page = amina.post(address(place), {"format": ["flash"]}, follow=True).content.decode()
    place.refresh_from_db()
    assert ("Choose at least one" in page, place.formats) == (True, [])


def test_one_format_is_told_without_a_choice(amina: Client, cast: Cast) -> None:
    place = Enrolment.objects.get(person=cast.amina)
    page = amina.get(address(place)).content.decode()
    assert "one format, so there is nothing to choose" in page
    assert 'name="format"' not in page


def test_nobody_chooses_for_somebody_else(place: Enrolment, cast: Cast) -> None:
    assert browser_of(cast.chen).post(address(place), {"format": ["group"]}).status_code == 404
