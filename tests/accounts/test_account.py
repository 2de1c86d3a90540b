"""One mailbox, one account."""

from importlib import import_module

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.db import IntegrityError, transaction

from cairn.accounts.account import Account
from cairn.accounts.organisation import Organisation
from cairn.accounts.tenancy import TenantQuerySet

pytestmark = pytest.mark.django_db


def test_an_address_in_other_letters_is_the_same_account() -> None:
    made = Account.objects.create_user(" Amina@Example.ORG ", "correct horse battery")
    assert made.email == "amina@example.org"
    assert Account.objects.get_by_natural_key("AMINA@example.org") == made
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.create_user("AMINA@EXAMPLE.ORG")


def test_the_database_takes_no_other_spelling() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.create(email="Amina@example.org")


def test_without_a_password_no_password_signs_in() -> None:
    Account.objects.create_user("amina@example.org")
    assert authenticate(username="amina@example.org", password="") is None


def test_an_operator_is_made_from_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "correct horse battery")
    call_command("createsuperuser", email="ops@example.org", interactive=False, verbosity=0)
    assert Account.objects.get().is_superuser


def test_two_organisations_cannot_share_an_address_on_the_web() -> None:
    Organisation.objects.create(name="Stones", slug="stones")
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(name="Stones", slug="STONES")


def test_a_room_that_has_not_decided_who_sees_its_rows_fails_instead_of_showing_them() -> None:
    rows: TenantQuerySet[Organisation] = TenantQuerySet(Organisation)
    with pytest.raises(NotImplementedError, match="Organisation has not decided who may see its rows"):
        rows.visible_to(None)


def test_the_address_of_an_account_comes_with_it_and_is_proved_later() -> None:
    made = Account.objects.create_user("amina@example.org")
    addresses = EmailAddress.objects.filter(user=made)
    assert list(addresses.values_list("email", "primary", "verified")) == [(made.email, True, False)]
    made.keep_address(proved=True)
    made.keep_address()
    assert list(addresses.values_list("email", "primary", "verified")) == [(made.email, True, True)]


def test_an_account_from_before_gets_its_address_once() -> None:
    early = Account.objects.create(email="early@example.org")
    note_addresses = import_module("cairn.accounts.migrations.0002_addresses").note_addresses
    note_addresses(apps, None)
    note_addresses(apps, None)
    assert list(EmailAddress.objects.values_list("user", "email", "verified")) == [
        (early.pk, early.email, False)
    ]
