"""What a walker does on a page: sign in with a click, look for faults as axe sees them, look for overflow."""

import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The machine's own Chromium, as root too; no calls home.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]


@cache
def chromium() -> str:
    """The path of a Chromium, or why there is none, said as `!reason`."""
    found = subprocess.run([ROOT / "scripts/chromium"], capture_output=True, text=True)
    return found.stdout.strip() or f"!{(found.stderr.strip().splitlines() or ['no reason given'])[-1]}"


def launch(playwright: Playwright) -> Browser:
    """The machine's Chromium, without a window."""
    return playwright.chromium.launch(executable_path=chromium(), args=FLAGS)


def context(
    browser: Browser, url: str, *, width: int = 1280, dark: bool = False, **more: Any
) -> BrowserContext:
    """A fresh visitor at this width, who likes it light or dark and wants nothing to move."""
    height = 900 if width > 600 else 780
    return browser.new_context(
        base_url=url,
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        locale="en-GB",
        **more,
    )


def sign_in(page: Page, who: str) -> None:
    """Be one of the cast: one click on the demo's page."""
    page.goto("/demo/")
    page.locator(f"form[action='/demo/{who}/session/'] button").click()
    page.wait_for_url(lambda url: "/demo/" not in url)


# Letters that arrive and colours that still fade are no faults: look when the page has come to rest.
AT_REST = """async () => {
  const ends = document.getAnimations().filter(a => a.effect.getComputedTiming().endTime < Infinity)
  await Promise.allSettled([document.fonts.ready, ...ends.map(a => a.finished)])
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
}"""


def faults(page: Page) -> list[str]:
    """What axe finds on the page at rest, a line for each. A fault stays; what is gone a second later was
    a page still being painted on a busy machine.
    """
    page.evaluate(AXE.read_text(encoding="utf-8"))
    if found := _faults_now(page):
        page.wait_for_timeout(1000)
        found = _faults_now(page)
    return found


def _faults_now(page: Page) -> list[str]:
    page.evaluate(AT_REST)
    found = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
    return [
        f"{page.url} {violation['id']}: {violation['help']} at {node['target']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
