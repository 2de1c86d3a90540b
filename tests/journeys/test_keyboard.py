"""Chen leaves the mouse alone: from the door through the Lab to a publication, and back, with Tab and Enter.

Wherever the keyboard comes to, one sees where one is: the place has a ring and nothing lies over it.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.house import House
from tests.journeys.walking import context

FARTHEST = 150  # presses of Tab; a page that needs more of them is broken for who has nothing else
HERE = """element => {
  const style = getComputedStyle(element), box = element.getBoundingClientRect()
  const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
  return {
    ring: element.matches(':focus-visible') && style.outlineStyle !== 'none' && style.outlineWidth !== '0px',
    clear: over !== null && (element.contains(over) || over.contains(element)),
  }
}"""


@pytest.fixture(scope="module")
def own_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A Cairn of its own: its rules are changed here."""
    house = House.open(tmp_path_factory.mktemp("keyboard"))
    yield house
    house.close()


@pytest.fixture
def typist(own_house: House, browser: Browser) -> Iterator[Page]:
    """A visitor at a desk without a mouse."""
    visitor = context(browser, own_house.url)
    yield visitor.new_page()
    visitor.close()


def come_to(page: Page, wanted: Locator) -> None:
    """Tab until it is there, and see that it is."""
    expect(wanted).to_be_visible()
    for _press in range(FARTHEST):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            break
    expect(wanted).to_be_focused()
    assert wanted.evaluate(HERE) == {"ring": True, "clear": True}, wanted


def press(page: Page, wanted: Locator) -> None:
    come_to(page, wanted)
    page.keyboard.press("Enter")


def enter_the_lab(page: Page) -> None:
    page.goto("/demo/")
    press(page, page.get_by_role("button", name="Be Chen"))
    page.wait_for_url("**/programmes/")
    press(page, page.get_by_role("link", name="Skip to the page"))
    expect(page.locator("#main")).to_be_focused()
    press(page, page.locator("main a[href='/p/first-steps/']").first)
    page.wait_for_url("**/p/first-steps/")
    press(page, page.get_by_role("link", name="Match Lab").first)
    expect(page.get_by_role("heading", name="Match Lab")).to_be_visible()


def matched(page: Page) -> int:
    """How many mentees the round in the Lab matches."""
    return int(page.locator("#round [role=status]").inner_text().split()[0])


def test_a_hint_is_tried_and_kept_with_the_keyboard(typist: Page) -> None:
    enter_the_lab(typist)
    before = matched(typist)
    press(typist, typist.get_by_role("link", name="Try it").first)
    expect(typist.get_by_text("You are trying:")).to_be_visible()
    promised = matched(typist)
    assert promised > before
    press(typist, typist.get_by_role("button", name="keep it").first)
    expect(typist.get_by_text("Kept. The next round counts on it.")).to_be_visible()
    assert matched(typist) == promised


def test_a_slider_keeps_the_focus_while_the_round_is_drawn_again(typist: Page) -> None:
    enter_the_lab(typist)
    slider = typist.locator("input[type=range]").first
    come_to(typist, slider)
    for _step in range(2):
        with typist.expect_response(lambda answer: "tried=1" in answer.url and answer.ok):
            typist.keyboard.press("ArrowLeft")
        expect(slider).to_be_focused()


def test_a_pair_is_reviewed_published_and_taken_back_with_the_keyboard(
    typist: Page, own_house: House
) -> None:
    enter_the_lab(typist)
    press(typist, typist.locator("[data-act=run]"))
    typist.wait_for_url("**/runs/*/")
    press(typist, typist.locator(".pair__names a").first)
    press(typist, typist.get_by_role("button", name="Lock: they stay together"))
    expect(typist.locator(".chip").filter(has_text="Locked").first).to_be_visible()
    press(typist, typist.get_by_role("link", name="See what will be sent"))
    press(typist, typist.locator("[data-act=publish]"))
    expect(typist.get_by_text("Nothing has left yet")).to_be_visible()
    press(typist, typist.locator("[data-act=withdraw]"))
    expect(typist.get_by_role("heading", name="Taken back")).to_be_visible()
    own_house.later(minutes=11)
    assert own_house.letters_to("amina") == []
