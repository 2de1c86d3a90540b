"""The main way through Cairn: Chen brings people, plays the Lab, reviews, publishes; Amina says yes."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.house import House
from tests.journeys.walking import context, faults, overflow, sign_in

PROGRAMME = "/p/first-steps/"
MENTEES = """Full name;Mail;Wants to learn;City;Availability;Languages
Ana Ruiz;ana@people.example;Excel;Berlin;Mon 09:00-12:00;English
Femi Adeyemi;femi@people.example;MS Excel;Lagos;Tue 09:00-12:00;English
Priya Nair;priya@;Python;Berlin;Wed 09:00-12:00;English
"""


@pytest.fixture(scope="module")
def own_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A Cairn of its own: what is published here must not stand in another journey's way."""
    house = House.open(tmp_path_factory.mktemp("matching"))
    yield house
    house.close()


@pytest.fixture
def walker(own_house: House, browser: Browser) -> Iterator[Page]:
    """A visitor at a desk."""
    visitor = context(browser, own_house.url)
    page = visitor.new_page()
    yield page
    visitor.close()


def bring(page: Page, side: str, file: Path) -> None:
    page.goto(f"{PROGRAMME}intake/")
    page.locator(f"label.choice:has(input[value={side}])").click()
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Read the file").click()
    page.get_by_role("button", name="Check every row").click()
    page.wait_for_url("**/check/")


def test_chen_brings_a_file_and_mends_it_on_the_page(walker: Page, tmp_path: Path) -> None:
    file = tmp_path / "mentees.csv"
    file.write_text(MENTEES, encoding="utf-8")
    sign_in(walker, "chen")
    bring(walker, "mentee", file)
    walker.get_by_role("button", name="Yes to every suggestion").click()
    walker.get_by_role("link", name="Mend here").click()
    walker.get_by_label("Mail, row 4").fill("priya@people.example")
    assert faults(walker) == []
    walker.get_by_role("button", name="Save the mends and check again").click()
    walker.get_by_role("button", name="Bring in 3 people").click()
    expect(walker.get_by_role("heading", name="3 people are in")).to_be_visible(timeout=20_000)


def test_a_moved_slider_draws_the_round_again_and_leaves_the_address_to_share(walker: Page) -> None:
    sign_in(walker, "chen")
    walker.goto(f"{PROGRAMME}lab/")
    said = walker.locator("#round [role=status]")
    expect(said).to_contain_text("mentees matched")
    with walker.expect_response(lambda answer: "tried=1" in answer.url and answer.ok):
        walker.locator("input[type=range]").first.fill("0")
    expect(walker).to_have_url(re.compile("tried=1"))
    assert faults(walker) == []


def test_from_the_lab_to_the_first_yes(walker: Page, own_house: House, browser: Browser) -> None:
    before = len(own_house.letters_to("amina"))
    sign_in(walker, "chen")
    walker.goto(f"{PROGRAMME}lab/")
    walker.click("[data-act=run]")
    walker.wait_for_url("**/runs/*/")
    assert faults(walker) == []
    walker.get_by_role("link", name="See what will be sent").click()
    assert faults(walker) == []
    walker.click("[data-act=publish]")
    expect(walker.get_by_text("Nothing has left yet")).to_be_visible()
    assert len(own_house.letters_to("amina")) == before
    own_house.later(minutes=11)
    partner = say_yes(own_house, browser, "amina")
    assert partner
    assert len(own_house.letters_to("amina", await_number=before + 1)) == before + 1


def say_yes(house: House, browser: Browser, who: str) -> str:
    """Accept the first card on Today; gives whom it was about."""
    visitor = context(browser, house.url, width=360)
    page = visitor.new_page()
    sign_in(page, who)
    page.goto("/today/")
    assert (faults(page), overflow(page)) == ([], 0)
    title = page.locator(".offer h2").first.inner_text()
    page.get_by_role("button", name="Yes, I would like to meet").first.click()
    expect(page.get_by_text("You said yes to").first).to_be_visible()
    visitor.close()
    return title


@pytest.mark.parametrize("place", ["", "people/", "intake/", "lab/", "runs/", "settings/"])
def test_every_page_of_the_desk_fits_the_narrowest_phone(
    own_house: House, browser: Browser, place: str
) -> None:
    visitor = context(browser, own_house.url, width=320, dark=True)
    page = visitor.new_page()
    sign_in(page, "chen")
    page.goto(PROGRAMME + place)
    found = (faults(page), overflow(page))
    visitor.close()
    assert found == ([], 0)
