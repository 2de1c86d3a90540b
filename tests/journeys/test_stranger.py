"""The first ten minutes of somebody who read nothing: a programme, two lists of their own, matches."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.house import House
from tests.journeys.walking import context, faults, overflow, sign_in

MENTORS = """Nom;Contact e-mail;Can help with;Where;When free;Speaks;How many;Gender
Ines Diaz;ines@own.example;Public speaking, Excel;Porto;Mon 17:00-20:00, Wed 17:00-19:00;French, English;2;f
Kwame Mensah;kwame@own.example;Python;Accra;Tue 16:00-19:00;English;1;m
Lena Vogt;lena@own.example;Negotiating, Leadership;Berlin;Thu 16:00-20:00;English, German;1;f
"""
MENTEES = """Nom;Contact e-mail;Would like to learn;Where;When free;Speaks
Amara Nwosu;amara@own.example;MS Excel;Lagos;Mon 17:00-19:00;English
Jonas Falk;jonas@own.example;leadership;Hamburg;Thu 17:00-19:00;German, English
Mei Lin;mei@own.example;Python;Nairobi;Tue 17:00-20:00;English
Rosa Prat;rosa@own.example;public speaking;Porto;Wed 17:00-19:00;French
"""


@pytest.fixture(scope="module", params=[1280, 360])
def width(request: pytest.FixtureRequest) -> int:
    """A desk and a phone."""
    return int(request.param)


@pytest.fixture(scope="module")
def own_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A Cairn of its own."""
    house = House.open(tmp_path_factory.mktemp("stranger"))
    yield house
    house.close()


@pytest.fixture
def walker(own_house: House, browser: Browser, width: int) -> Iterator[Page]:
    """Chen, at this width."""
    visitor = context(browser, own_house.url, width=width)
    page = visitor.new_page()
    sign_in(page, "chen")
    yield page
    visitor.close()


def look(page: Page) -> None:
    """Whatever page this is, it is in order."""
    assert (faults(page), overflow(page)) == ([], 0)


def start(page: Page, name: str) -> str:
    """A programme of one's own; gives its address."""
    page.goto("/programmes/")
    look(page)
    page.get_by_label("Name").fill(name)
    page.get_by_role("button", name="Start it").click()
    page.wait_for_url("**/p/*/")
    look(page)
    return page.url


def bring(page: Page, here: str, side: str, file: Path) -> None:
    """One list, from the drop to the last person in."""
    page.goto(f"{here}intake/")
    look(page)
    page.locator(f"label.choice:has(input[value={side}])").click()
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Read the file").click()
    page.get_by_role("button", name="Check every row").wait_for()
    look(page)
    page.get_by_role("button", name="Check every row").click()
    suggestions = page.get_by_role("button", name="Yes to every suggestion")
    suggestions.or_(page.get_by_role("button", name="Bring in")).first.wait_for()
    look(page)
    if suggestions.count():
        suggestions.click()
    page.get_by_role("button", name="Bring in").click()
    expect(page.get_by_role("heading", name="people are in")).to_be_visible(timeout=20_000)
    look(page)


def test_two_lists_of_their_own_become_matches_that_are_sent(
    walker: Page, own_house: House, tmp_path: Path, width: int
) -> None:
    here = start(walker, f"Our spring {width}")
    for side, text in (("mentor", MENTORS), ("mentee", MENTEES)):
        file = tmp_path / f"{side}s.csv"
        file.write_text(text.replace("@own", f"@own{width}"), encoding="utf-8")
        bring(walker, here, side, file)
    walker.goto(f"{here}lab/")
    expect(walker.locator("#round [role=status]")).to_contain_text("4 of 4 mentees matched")
    look(walker)
    walker.click("[data-act=run]")
    walker.wait_for_url("**/runs/1/")
    look(walker)
    walker.get_by_role("link", name="Fairness").click()
    expect(walker.get_by_text("without giving somebody away").first).to_be_visible()
    look(walker)
    walker.go_back()
    walker.get_by_role("link", name="See what will be sent").click()
    look(walker)
    walker.click("[data-act=publish]")
    expect(walker.get_by_text("Nothing has left yet")).to_be_visible()
    look(walker)
    own_house.later(minutes=11)
    assert len(own_house.letters_to(f"amara@own{width}.example", await_number=1)) == 1


def test_every_page_of_an_empty_programme_says_what_to_do(walker: Page, width: int) -> None:
    here = start(walker, f"Nobody yet {width}")
    for place in ("people/", "lab/", "runs/", "runs/comparison/", "publication/", "settings/"):
        walker.goto(here + place)
        expect(walker.get_by_role("heading", level=1)).to_be_visible()
        look(walker)
