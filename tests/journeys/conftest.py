"""Browser journeys: one house, one browser, and a fresh visitor for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.journeys import walking
from tests.journeys.house import House

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark journeys, and leave them out, saying why, where no Chromium can be had."""
    journeys = [item for item in items if HERE in item.path.parents]
    why = walking.chromium() if journeys else ""
    for item in journeys:
        item.add_marker("journey")
        if why.startswith("!"):
            item.add_marker(pytest.mark.skip(reason=f"journeys left out: {why[1:]}"))


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A whole Cairn with the demo's people."""
    house = House.open(tmp_path_factory.mktemp("house"))
    yield house
    house.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as playwright:
        browser = walking.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def page(house: House, browser: Browser) -> Iterator[Page]:
    """A visitor at a desk. Whatever the browser complained about fails the test at its end."""
    visitor = walking.context(browser, house.url)
    page = visitor.new_page()
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    yield page
    visitor.close()
    assert complaints == []
