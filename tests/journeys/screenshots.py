"""Pictures of every page of the journeys, narrow and wide, light and dark.

    python -m tests.journeys.screenshots           into build/screenshots
    python -m tests.journeys.screenshots --docs    also renews docs/pictures

The demo is walked as its people would: Chen looks, makes a run, reviews it and publishes;
then Amina and Bruno find their cards. Each page is taken in the state it is meant for.
"""

import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.journeys import walking
from tests.journeys.house import ROOT, House

TARGET = ROOT / "build/screenshots"
PICTURES = ROOT / "docs/pictures"
WIDTHS = (360, 1280)
PROGRAMME = "/p/first-steps/"
VISITORS = ["/demo/", "/accounts/login/", "/help/", "/help/who-sees-what/", "/patterns/"]
BEFORE = ["", "people/", "intake/", "lab/", "settings/"]
# What the README and the docs show.
SHOWN = {"lab-1280-light": "lab"}


@dataclass
class Photographer:
    """Takes each page in every width and light, as whoever is signed in."""

    browser: Browser
    house: House
    taken: int = 0

    def take(self, name: str, address: str, *, who: str = "") -> None:
        """Four pictures of one page, from the top to the bottom of it."""
        for width in WIDTHS:
            for dark in (False, True):
                visitor = self._visitor(width, dark=dark, who=who)
                page = visitor.new_page()
                page.goto(address, wait_until="networkidle")
                light = "dark" if dark else "light"
                page.screenshot(path=TARGET / f"{name}-{width}-{light}.png", full_page=True)
                if shown := SHOWN.get(f"{name}-{width}-{light}"):
                    page.screenshot(path=TARGET / f"{shown}.png")
                visitor.close()
                self.taken += 1

    def act(self, address: str, do: Callable[..., None], *, who: str) -> str:
        """Do something on a page; gives the address one is led to."""
        visitor = self._visitor(1280, dark=False, who=who)
        page = visitor.new_page()
        page.goto(address, wait_until="networkidle")
        do(page)
        page.wait_for_load_state("networkidle")
        led = re.sub(r"^https?://[^/]+", "", page.url)
        visitor.close()
        return led

    def _visitor(self, width: int, *, dark: bool, who: str) -> BrowserContext:
        visitor = walking.context(self.browser, self.house.url, width=width, dark=dark)
        if who:
            page = visitor.new_page()
            walking.sign_in(page, who)
            page.close()
        return visitor


def walk(photographer: Photographer) -> None:
    """The whole way, from the door to the cards."""
    for address in VISITORS:
        photographer.take(named(address), address)
    for place in BEFORE:
        photographer.take(named(place) or "todo", PROGRAMME + place, who="chen")
    making = photographer.act(f"{PROGRAMME}lab/", lambda page: page.click("[data-act=run]"), who="chen")
    run = making if "/runs/" in making else f"{PROGRAMME}runs/1/"
    photographer.take("review", run, who="chen")
    photographer.take("runs", f"{PROGRAMME}runs/", who="chen")
    pair = photographer.act(run, lambda page: page.locator("a[href*='/pairs/']").first.click(), who="chen")
    photographer.take("pair", pair, who="chen")
    photographer.take("preview", f"{run}publication/", who="chen")
    photographer.act(f"{run}publication/", lambda page: page.click("[data-act=publish]"), who="chen")
    photographer.take("publication", f"{PROGRAMME}publication/", who="chen")
    photographer.house.later(minutes=11)
    for who in ("amina", "bruno"):
        photographer.take(f"today-{who}", "/today/", who=who)
    for name, address in (("mentors", "/people/"), ("me", "/me/")):
        photographer.take(name, address, who="amina")
    photographer.take("stranger", "/today/", who="dara")


def named(address: str) -> str:
    """A file's name for an address."""
    return address.strip("/").replace("/", "-")


def main(*, docs: bool) -> None:
    """Walk, and say how many pictures there are."""
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    if walking.chromium().startswith("!"):
        sys.exit(f"No pictures: {walking.chromium()[1:]}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        house, browser = House.open(Path(folder)), walking.launch(playwright)
        photographer = Photographer(browser, house)
        try:
            walk(photographer)
        finally:
            browser.close()
            house.close()
    print(f"  {photographer.taken} pictures in {TARGET.relative_to(ROOT)}")  # noqa: T201 - a command talks
    if docs:
        for name in SHOWN.values():
            shutil.copy(TARGET / f"{name}.png", PICTURES / f"{name}.png")


if __name__ == "__main__":
    main(docs="--docs" in sys.argv)
