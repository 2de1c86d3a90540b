"""The first minute: who one may be, and that every first page is fit for everybody."""

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.house import House
from tests.journeys.walking import context, faults, overflow, sign_in

CAST = ("amina", "bruno", "chen", "dara", "ada")
OPEN_PAGES = ("/demo/", "/accounts/login/", "/help/", "/help/who-sees-what/", "/patterns/")


def test_the_door_of_a_demo_says_that_it_is_one(page: Page) -> None:
    page.goto("/")
    assert page.url.endswith("/demo/")
    assert "demo" in page.inner_text("main").lower()


@pytest.mark.parametrize("who", CAST)
def test_one_click_signs_in_and_the_first_page_has_no_faults(page: Page, who: str) -> None:
    sign_in(page, who)
    assert faults(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("place", OPEN_PAGES)
def test_an_open_page_has_no_faults(house: House, browser: Browser, place: str, dark: bool) -> None:
    visitor = context(browser, house.url, dark=dark)
    page = visitor.new_page()
    page.goto(place)
    found = faults(page)
    visitor.close()
    assert found == []


@pytest.mark.parametrize("place", OPEN_PAGES)
def test_an_open_page_fits_the_narrowest_phone(house: House, browser: Browser, place: str) -> None:
    visitor = context(browser, house.url, width=320)
    page = visitor.new_page()
    page.goto(place)
    wide = overflow(page)
    visitor.close()
    assert wide == 0
