"""Signing in with a password or a mailed code, in our look."""

import re

import pytest
from django.core import mail
from django.test import Client

from tests import cast

pytestmark = pytest.mark.django_db
PAGES = (
    "login",
    "signup",
    "login/code",
    "password/reset",
    "password/reset/done",
    "inactive",
    "confirm-email",
)


@pytest.fixture
def amina() -> str:
    """Amina, whose address is confirmed."""
    account = cast.amina().account
    assert account is not None
    address = str(account)
    account.keep_address(proved=True)
    return address


@pytest.mark.parametrize("page", PAGES)
def test_no_page_of_the_door_holds_inline_script_or_style(client: Client, page: str) -> None:
    text = client.get(f"/accounts/{page}/", follow=True).content.decode()
    assert re.findall(r"\sstyle=|\son[a-z]+=|<style", text) == []
    assert re.findall(r"<script(?![^>]*(?:nonce|src)=)", text) == []
    assert text.count("<h1") == 1


def test_a_password_opens_the_door(client: Client, amina: str) -> None:
    answer = client.post("/accounts/login/", {"login": amina, "password": cast.PASSWORD})
    assert answer.headers["Location"] == "/today/"


def test_a_wrong_password_keeps_what_was_typed_and_says_so(client: Client, amina: str) -> None:
    page = client.post("/accounts/login/", {"login": amina, "password": "wrong"}).content.decode()
    assert f'value="{amina}"' in page
    assert 'role="alert"' in page


def test_a_mailed_code_opens_the_door(client: Client, amina: str) -> None:
    client.post("/accounts/login/code/", {"email": amina})
    code = re.search(r"^\s*([A-Z0-9]{4,6}-?[A-Z0-9]{0,6})\s*$", str(mail.outbox[0].body), flags=re.MULTILINE)
    assert code
    answer = client.post("/accounts/login/code/confirm/", {"code": code[1]})
    assert answer.headers["Location"] == "/today/"


def test_signing_out_is_never_a_link(client: Client, amina: str) -> None:
    client.post("/accounts/login/", {"login": amina, "password": cast.PASSWORD})
    assert client.get("/accounts/logout/").status_code == 200
    assert client.post("/accounts/logout/").headers["Location"] == "/"


def test_the_pages_of_ones_account_wear_our_look(client: Client, amina: str) -> None:
    client.post("/accounts/login/", {"login": amina, "password": cast.PASSWORD})
    for page in ("email", "password/change", "reauthenticate"):
        assert 'class="door"' in client.get(f"/accounts/{page}/").content.decode()


def test_a_forgotten_password_is_replaced_once(client: Client, amina: str) -> None:
    client.post("/accounts/password/reset/", {"email": amina})
    link = re.search(r"/accounts/password/reset/key/\S+/", str(mail.outbox[0].body))
    assert link
    page = client.get(link[0], follow=True)
    form = page.request["PATH_INFO"]
    client.post(form, {"password1": "six green hills", "password2": "six green hills"})
    answer = client.post("/accounts/login/", {"login": amina, "password": "six green hills"})
    assert answer.headers["Location"] == "/today/"
    spent = Client().get(link[0], follow=True).content.decode()
    assert "This link has been used" in spent
