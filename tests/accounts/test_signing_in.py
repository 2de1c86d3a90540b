"""Signing in: by password or by a mailed code, and a stranger learns nothing about who has an account."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from cairn.accounts.account import Account

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"
AMINA, NOBODY = "amina@example.org", "nobody@example.org"
Answer = tuple[int, str, str]


@pytest.fixture(autouse=True)
def fresh(settings: Settings) -> None:
    """No attempts remembered, letters kept in memory, allauth's own pages of any look."""
    cache.clear()


@pytest.fixture
def amina() -> Account:
    account = Account.objects.create_user(AMINA, PASSWORD)
    account.keep_address(proved=True)
    return account


def answer(client: Client, path: str, address: str, **data: str) -> Answer:
    """What a stranger sees: status, where to, and the page without the address they typed or the form's
    token.
    """
    response = client.post(path, {"email": address, "login": address, **data})
    secrets = r'(csrfmiddlewaretoken" value=|nonce=|"X-CSRFToken": )"[^"]*"'
    page = re.sub(secrets, "", response.content.decode())
    return response.status_code, response.headers.get("Location", ""), page.replace(address, "…")


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def code_in(letter: mail.EmailMessage) -> str:
    found = re.search(r"^\s*([A-Z0-9]{3,}(?:-[A-Z0-9]{3,})*)\s*$", str(letter.body), re.MULTILINE)
    assert found is not None
    return found[1]


def test_a_password_signs_in(client: Client, amina: Account) -> None:
    client.post("/accounts/login/", {"login": "Amina@Example.org", "password": PASSWORD})
    assert is_signed_in(client)


def test_a_mailed_code_signs_in_once(client: Client, amina: Account) -> None:
    client.post("/accounts/login/code/", {"email": AMINA})
    code = code_in(mail.outbox[-1])
    client.post("/accounts/login/code/confirm/", {"code": code})
    assert is_signed_in(client)
    other = Client()
    other.post("/accounts/login/code/", {"email": AMINA})
    other.post("/accounts/login/code/confirm/", {"code": code})
    assert not is_signed_in(other)


def test_a_code_is_of_no_use_in_another_browser(client: Client, amina: Account) -> None:
    client.post("/accounts/login/code/", {"email": AMINA})
    thief = Client()
    thief.post("/accounts/login/code/confirm/", {"code": code_in(mail.outbox[-1])})
    assert not is_signed_in(thief)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/accounts/login/", {"password": "not this one"}),
        ("/accounts/login/code/", {}),
        ("/accounts/password/reset/", {}),
        ("/accounts/signup/", {"password1": PASSWORD, "password2": PASSWORD}),
    ],
)
def test_known_and_unknown_addresses_get_the_same_answer(
    amina: Account, path: str, data: dict[str, str]
) -> None:
    known = answer(Client(), path, AMINA, **data)
    unknown = answer(Client(), path, NOBODY, **data)
    assert known == unknown


def test_a_new_address_must_be_proved_before_it_signs_in(client: Client) -> None:
    client.post("/accounts/signup/", {"email": "New@Example.org", "password1": PASSWORD})
    proved = list(EmailAddress.objects.values_list("email", "verified"))
    assert (proved, is_signed_in(client)) == ([("new@example.org", False)], False)
    client.post("/accounts/confirm-email/", {"code": code_in(mail.outbox[-1])})
    assert (EmailAddress.objects.get().verified, is_signed_in(client)) == (True, True)


def test_guessing_is_stopped(client: Client, amina: Account) -> None:
    for _ in range(6):
        client.post("/accounts/login/", {"login": AMINA, "password": "not this one"})
    client.post("/accounts/login/", {"login": AMINA, "password": PASSWORD})
    assert not is_signed_in(client)


def test_a_mail_server_that_is_away_is_not_an_error_page(settings: Settings, amina: Account) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 1
    assert answer(Client(), "/accounts/login/code/", AMINA)[0] == 302


def test_a_suspended_account_does_not_sign_in(client: Client, amina: Account) -> None:
    amina.is_active = False
    amina.save()
    client.post("/accounts/login/", {"login": AMINA, "password": PASSWORD})
    assert not is_signed_in(client)
