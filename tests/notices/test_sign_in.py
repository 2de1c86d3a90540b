"""Sign-in letters, in our look."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from pytest_django import Settings

from cairn.accounts.account import Account
from cairn.accounts.organisation import Organisation
from cairn.people.person import Person

pytestmark = pytest.mark.django_db
AMINA = "amina@example.org"


@pytest.fixture(autouse=True)
def our_letters(settings: Settings) -> None:
    settings.ACCOUNT_ADAPTER = "cairn.notices.sign_in.SignInAdapter"
    cache.clear()


@pytest.fixture
def amina() -> Account:
    account = Account.objects.create_user(AMINA, "correct horse battery")
    account.keep_address(proved=True)
    return account


def posted(path: str, **data: str) -> EmailMultiAlternatives:
    Client().post(path, data)
    letter = mail.outbox[-1]
    assert isinstance(letter, EmailMultiAlternatives)
    return letter


@pytest.mark.parametrize(
    ("path", "data", "subject"),
    [
        ("/accounts/login/code/", {"email": AMINA}, "Your code to sign in"),
        ("/accounts/password/reset/", {"email": AMINA}, "A new password"),
        ("/accounts/login/code/", {"email": "nobody@example.org"}, "No account with this address"),
        (
            "/accounts/signup/",
            {"email": AMINA, "password1": "five grey stones"},
            "You already have an account",
        ),
        (
            "/accounts/signup/",
            {"email": "new@example.org", "password1": "five grey stones"},
            "Your code to confirm this address",
        ),
    ],
)
def test_each_letter_has_its_subject_a_text_and_a_page(
    amina: Account, path: str, data: dict[str, str], subject: str
) -> None:
    letter = posted(path, **data)
    kinds = [kind for _, kind in letter.alternatives]
    assert (letter.subject, letter.to, kinds) == (subject, [data["email"]], ["text/html"])


def test_the_button_carries_the_code_where_no_server_logs_it(amina: Account) -> None:
    text = str(posted("/accounts/login/code/", email=AMINA).body)
    found = re.search(r"/accounts/login/code/confirm/#code=(\S+)", text)
    assert found is not None
    assert f"    {found[1]}\n" in text


def test_a_reset_link_opens_the_page_that_changes_the_password(amina: Account) -> None:
    text = str(posted("/accounts/password/reset/", email=AMINA).body)
    found = re.search(r"https?://[^/\s]+(/accounts/password/reset/key/\S+)", text)
    assert found is not None
    assert Client().get(found[1], follow=True).status_code == 200


def test_who_signs_in_becomes_the_person_that_waits_for_their_address(amina: Account) -> None:
    home = Organisation.objects.create(name="Stones", slug="stones")
    waiting = Person.objects.create(organisation=home, name="Amina Diallo", email=AMINA.upper())
    stranger = Person.objects.create(organisation=home, name="Dara Sok", email="dara@example.org")
    Client().post("/accounts/login/", {"login": AMINA, "password": "correct horse battery"})
    accounts = [Person.objects.get(pk=person.pk).account for person in (waiting, stranger)]
    assert accounts == [amina, None]
