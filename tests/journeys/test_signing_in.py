"""Signing in without a password: a real mail over SMTP, its button, and a code that fills itself in."""

import re
from collections.abc import Iterator
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import Browser, Page, expect

from tests.journeys.house import House, free_port
from tests.journeys.walking import context, faults
from tests.notices.conftest import MailServer

AMINA = "amina@lakeside.example"


@pytest.fixture(scope="module")
def post() -> Iterator[MailServer]:
    """Everybody's mailbox, behind a real mail server."""
    server = MailServer()
    controller = Controller(server, hostname="127.0.0.1", port=free_port())
    controller.start()
    server.port = controller.port
    yield server
    controller.stop()


@pytest.fixture(scope="module")
def writing_house(post: MailServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A Cairn whose letters leave by SMTP."""
    url = f"smtp://127.0.0.1:{post.port}?tls=none"
    house = House.open(tmp_path_factory.mktemp("writing"), mail=url)
    yield house
    house.close()


def ask_for_a_code(page: Page, post: MailServer) -> EmailMessage:
    """From the sign-in page to the letter."""
    page.goto("/accounts/login/")
    page.get_by_role("link", name="Mail me a code instead").click()
    page.get_by_label("Email").fill(AMINA)
    before = len(post.mails)
    page.get_by_role("button", name="Mail me the code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Type the code we sent")
    assert len(post.mails) == before + 1
    return post.mails[-1]


def part(letter: EmailMessage, kind: str) -> str:
    body = letter.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_the_button_of_the_letter_fills_the_code_in_and_leaves_the_last_press_to_the_reader(
    writing_house: House, post: MailServer, browser: Browser
) -> None:
    visitor = context(browser, writing_house.url)
    letter = ask_for_a_code(visitor.new_page(), post)
    button = re.search(r'href="([^"]+#code=([^"]+))"', part(letter, "html"))
    assert button is not None
    page = visitor.new_page()
    page.goto(button[1])
    expect(page.get_by_role("textbox", name="Code")).to_have_value(button[2])
    expect(page.get_by_role("button", name="Go on")).to_be_focused()
    assert page.url == f"{writing_house.url}/accounts/login/code/confirm/"
    assert faults(page) == []
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url("**/today/")
    visitor.close()


def test_without_script_the_code_is_typed(writing_house: House, post: MailServer, browser: Browser) -> None:
    visitor = context(browser, writing_house.url, java_script_enabled=False)
    page = visitor.new_page()
    letter = ask_for_a_code(page, post)
    code = re.search(r"^ {4}(\S+)$", part(letter, "plain"), flags=re.MULTILINE)
    assert code is not None
    page.get_by_role("textbox", name="Code").fill(code[1])
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url("**/today/")
    visitor.close()
