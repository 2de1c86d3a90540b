"""The crowd the benchmark looks at, and a cookie for one of it."""

from __future__ import annotations

from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection, transaction

from cairn.accounts.account import Account
from cairn.accounts.organisation import Organisation
from cairn.packs.crowd import gather_crowd
from cairn.programmes.enrolment import Enrolment
from cairn.programmes.programme import Programme


def fill_in() -> str:
    """Fill in 1,000 mentors with profiles and sign one of them in; return the cookie."""
    key = signed_in_mentor(mentors=1000)
    with connection.cursor() as cursor:
        # The database does it by itself within a minute; the first round should not differ from the last.
        cursor.execute("ANALYZE")
    connection.close()
    return f"{settings.SESSION_COOKIE_NAME}={key}"


@transaction.atomic
def signed_in_mentor(*, mentors: int) -> str:
    """Fill a programme with that many mentors, sign the first one in, and return the session's key."""
    organisation = Organisation.objects.create(name="Bench", slug="bench")
    programme = Programme.objects.create(organisation=organisation, name="Bench", slug="bench")
    gather_crowd(programme, mentors=mentors, mentees=20)
    first = Enrolment.objects.filter(programme=programme, side="mentor").order_by("id").first()
    assert first is not None  # noqa: S101 - the crowd was made two lines above
    account = Account.objects.create_user(email="bruno@bench.example")
    first.person.account = account
    first.person.save(update_fields=["account"])
    return _session(account)


def _session(account: Account) -> str:
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(account.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    store.create()
    return str(store.session_key)
