"""Two people talk: live in two browsers, by hand without script, and with the net away in between."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.journeys import walking
from tests.journeys.house import ROOT, House

OPEN = """
import uuid
from cairn.conversations.thread import PAIR, Thread
from cairn.people.person import Person
here = Person.objects.filter(organisation__slug="lakeside")
two = [here.get(email__startswith=who) for who in ("amina@", "bruno@")]
print(Thread.open(people=two, kind=PAIR, origin=uuid.uuid4()).pk)
"""


@pytest.fixture
def place(house: House) -> str:
    """The address of a thread nobody has written in."""
    command = [sys.executable, "manage.py", "shell", "-v", "0", "-c", OPEN]
    made = subprocess.run(
        command, cwd=ROOT, env=house.environment, check=True, capture_output=True, text=True
    )
    return f"/talk/{made.stdout.split()[-1]}/"


@pytest.fixture
def visitors(house: House, browser: Browser) -> Iterator[list[BrowserContext]]:
    """Contexts that are closed at the end."""
    opened: list[BrowserContext] = []
    yield opened
    for visitor in opened:
        visitor.close()


def arrive(
    house: House, browser: Browser, visitors: list[BrowserContext], who: str, place: str, *, width: int = 1280
) -> Page:
    """Somebody of the cast before the thread, and live."""
    visitors.append(walking.context(browser, house.url, width=width))
    page = visitors[-1].new_page()
    walking.sign_in(page, who)
    page.goto(place, wait_until="networkidle")
    page.wait_for_function("document.querySelector('cairn-thread').live?.on")
    return page


def write(page: Page, words: str) -> None:
    """Type and send."""
    page.get_by_role("textbox", name="Write to").fill(words)
    page.get_by_role("button", name="Send", exact=True).click()


def lines(page: Page) -> list[str]:
    """What the thread says, from the top."""
    return page.locator(".word__said").all_inner_texts()


def test_two_people_talk_live_and_the_page_has_no_faults(
    house: House, browser: Browser, visitors: list[BrowserContext], place: str
) -> None:
    amina = arrive(house, browser, visitors, "amina", place)
    bruno = arrive(house, browser, visitors, "bruno", place, width=360)
    amina.get_by_role("textbox", name="Write to").press_sequentially("Hello")
    expect(bruno.get_by_text("Amina is writing")).to_be_visible()
    write(amina, "Hello Bruno, see https://example.org/?utm_source=mail&page=2")
    expect(bruno.locator(".word__said")).to_have_count(1)
    expect(bruno.get_by_role("link", name="https://example.org/?page=2")).to_be_visible()
    write(bruno, "Hello Amina")
    expect(amina.get_by_text("Hello Amina")).to_be_visible()
    for page in (amina, bruno):
        assert (walking.faults(page), walking.overflow(page)) == ([], 0)


def test_words_typed_without_the_net_leave_once_it_is_back(
    house: House, browser: Browser, visitors: list[BrowserContext], place: str
) -> None:
    amina = arrive(house, browser, visitors, "amina", place)
    bruno = arrive(house, browser, visitors, "bruno", place)
    visitors[0].set_offline(True)
    for words in ("I am in a tunnel", "Still in it"):
        write(amina, words)
    expect(amina.locator(".word--waits")).to_have_count(2)
    expect(amina.get_by_text("You are offline.")).to_be_visible()
    assert lines(bruno) == []
    visitors[0].set_offline(False)
    expect(amina.locator(".word--waits")).to_have_count(0, timeout=40_000)
    expect(bruno.locator(".word__said")).to_have_count(2)
    amina.reload()
    assert lines(amina) == lines(bruno) == ["I am in a tunnel", "Still in it"]


def test_an_answer_that_got_lost_does_not_store_the_words_twice(
    house: House, browser: Browser, visitors: list[BrowserContext], place: str
) -> None:
    amina = arrive(house, browser, visitors, "amina", place)
    lost: list[int] = []

    def lose(route: object) -> None:
        if not lost:
            lost.append(route.fetch().status)  # type: ignore[attr-defined]  # a Route; the server has the words
            route.abort()  # type: ignore[attr-defined]  # and the browser never hears of it
        else:
            route.continue_()  # type: ignore[attr-defined]  # as above

    amina.route("**/messages/", lose)
    write(amina, "Only once")
    expect(amina.locator(".word--waits")).to_have_count(0, timeout=40_000)
    amina.reload()
    assert (lost, lines(amina)) == ([204], ["Only once"])


def test_a_draft_survives_leaving_the_page(
    house: House, browser: Browser, visitors: list[BrowserContext], place: str
) -> None:
    amina = arrive(house, browser, visitors, "amina", place)
    amina.get_by_role("textbox", name="Write to").press_sequentially("Dear Bru")
    amina.goto("/today/")
    amina.goto(place)
    expect(amina.get_by_role("textbox", name="Write to")).to_have_value("Dear Bru")


def test_a_picture_a_block_and_its_end(
    house: House, browser: Browser, visitors: list[BrowserContext], place: str
) -> None:
    amina = arrive(house, browser, visitors, "amina", place, width=360)
    bruno = arrive(house, browser, visitors, "bruno", place)
    write(bruno, "A first line")
    picture = {"name": "a.png", "mimeType": "image/png", "buffer": bruno.screenshot()}
    bruno.locator("#id_attached").set_input_files(picture)  # type: ignore[arg-type]  # as playwright reads it
    bruno.get_by_role("button", name="Send", exact=True).click()
    expect(amina.locator(".word__file img")).to_be_visible()
    amina.locator(".talk__head summary").click()
    assert walking.faults(amina) == []
    amina.get_by_role("button", name="Block Bruno").click()
    expect(amina.get_by_text("You blocked Bruno")).to_be_visible()
    expect(bruno.get_by_text("Nothing can be written here now")).to_be_visible(timeout=20_000)
    assert walking.faults(amina) == []
    amina.locator(".talk__foot").get_by_role("button", name="Unblock").click()
    expect(amina.get_by_role("textbox", name="Write to")).to_be_visible()


def test_without_script_everything_is_a_form(
    house: House, browser: Browser, visitors: list[BrowserContext], place: str
) -> None:
    visitors.append(walking.context(browser, house.url, java_script_enabled=False))
    page = visitors[-1].new_page()
    walking.sign_in(page, "amina")
    page.goto(place)
    write(page, "By hand")
    expect(page.locator(".word__said")).to_have_text("By hand")
    page.goto("/talk/")
    page.locator("#q").fill("HAND")
    page.locator("form[role=search] button").click()
    expect(page.get_by_role("listitem").filter(has_text="By hand").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_list_and_the_search_fit_and_have_no_faults(
    house: House, browser: Browser, visitors: list[BrowserContext], place: str, width: int
) -> None:
    page = arrive(house, browser, visitors, "amina", place, width=width)
    write(page, "A line to find")
    expect(page.locator(".word--waits")).to_have_count(0)
    for address in ("/talk/", "/talk/search/?q=line"):
        page.goto(address, wait_until="networkidle")
        assert (walking.faults(page), walking.overflow(page)) == ([], 0)


def test_a_voice_note_is_recorded_heard_and_sent_with_its_words(
    house: House, browser: Browser, visitors: list[BrowserContext], place: str
) -> None:
    flags = [*walking.FLAGS, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    with browser.browser_type.launch(executable_path=walking.chromium(), args=flags) as speaking:
        amina = arrive(house, speaking, [], "amina", place, width=360)
        amina.get_by_role("button", name="Record a voice note").click()
        amina.wait_for_timeout(1500)
        amina.get_by_role("button", name="Stop").click()
        expect(amina.get_by_label("Your voice note")).to_be_visible()
        amina.get_by_label("In words").fill("Good morning")
        assert (walking.faults(amina), walking.overflow(amina)) == ([], 0)
        amina.get_by_role("button", name="Send", exact=True).click()
        expect(amina.get_by_label("Voice note of Amina")).to_be_visible()
        seconds = "element => new Promise(done => { element.onloadedmetadata = () => done(element.readyState)"
        heard = amina.locator(".word__file audio").evaluate(f"{seconds}; element.load() }})")
        assert heard >= 1
        amina.get_by_text("In words").first.click()
        expect(amina.get_by_text("Good morning")).to_be_visible()


def test_a_message_is_reported_in_two_taps_and_a_receipt_given(
    house: House, browser: Browser, visitors: list[BrowserContext], place: str
) -> None:
    bruno = arrive(house, browser, visitors, "bruno", place)
    write(bruno, "Send me 200 euros")
    expect(bruno.locator(".word--waits")).to_have_count(0)
    amina = arrive(house, browser, visitors, "amina", place, width=360)
    amina.locator(".word__menu summary").last.click()
    amina.get_by_role("link", name="Report this message").click()
    assert (walking.faults(amina), walking.overflow(amina)) == ([], 0)
    amina.get_by_label("What happened?").fill("He asks for money.")
    amina.get_by_role("button", name="Send it to the safeguarding leads").click()
    receipt = amina.locator("#receipt").inner_text()
    assert (walking.faults(amina), walking.overflow(amina)) == ([], 0)
    amina.goto("/safety/receipt/")
    amina.get_by_label("Your receipt").fill(receipt)
    amina.get_by_role("button", name="Open it").click()
    expect(amina.get_by_text("He asks for money.")).to_be_visible()
    expect(amina.get_by_text("Send me 200 euros")).to_be_visible()
