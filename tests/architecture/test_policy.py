"""Every address has its row in a policy table, and behaves as the row says, for everybody and for any id."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from cairn.accounts.account import Account
from cairn.web.policy import ANONYMOUS, PRINCIPALS, SUSPENDED, Row
from tests.architecture import world as worlds
from tests.architecture.plan import ROOT
from tests.architecture.world import World

WRITES = re.compile(r'^\s*(INSERT INTO|UPDATE|DELETE FROM) "(?!django_session)', re.IGNORECASE)
# Parts of addresses that name no record of an organisation.
PLAIN = {"side": "mentor", "kind": "csv", "who": "chen", "token": "no-such-pass", "name": "none"}


@cache
def table() -> dict[str, Row]:
    """Every area's rows."""
    rows: dict[str, Row] = {}
    for file in sorted([*(ROOT / "cairn/web").glob("*/policy.py"), ROOT / "cairn/config/policy.py"]):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
        rows |= import_module(module).POLICY
    return rows


def routes(patterns: Any = None, spaces: tuple[str, ...] = ()) -> Iterator[tuple[str, set[str]]]:
    """Name and variable parts of every address there is."""
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, (*spaces, *filter(None, [pattern.namespace])))
        elif isinstance(pattern, URLPattern):
            yield ":".join((*spaces, pattern.name or str(pattern.pattern))), set(pattern.pattern.converters)


# An address that only anchors the others: with the API's pages of documentation off it answers nobody.
PARTS = {name: parts for name, parts in routes() if name != "api-1:api-root"}
CASES = [
    (route, method)
    for route, row in sorted(table().items())
    if route in PARTS
    for method in row.methods.split()
]


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """One world for all rows; what a request does to it is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield worlds.build()
        transaction.set_rollback(True)


def address(world: World, route: str, *, of: str = "ours") -> str:
    """The address of a route, about ours or about what its row refers to elsewhere."""
    parts = {**PLAIN, **world.parts(table()[route].refers, of=of)}
    return reverse(route, kwargs={name: parts[name] for name in PARTS[route]})


def ask(url: str, method: str, account: Account | None) -> Any:
    """The answer this account gets; whatever it changed is undone."""
    client = Client(raise_request_exception=False)
    with transaction.atomic():
        if account is not None:
            client.force_login(account)
        answer = client.generic(method, url)
        transaction.set_rollback(True)
    return answer


def said(answer: Any) -> str:
    """What an answer means: let in, asked to sign in, nothing there, or broken."""
    if answer.status_code >= 500:
        return "broken"
    if answer.status_code == 401 or answer.headers.get("Location", "").startswith("/accounts/login/"):
        return "sign in"
    return "nothing" if answer.status_code == 404 else "in"


def expected(row: Row, principal: str) -> str:
    if principal in row.to:
        return "in"
    return "sign in" if principal in {ANONYMOUS, SUSPENDED} else "nothing"


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert set(table()) == set(PARTS)


@pytest.mark.django_db
@pytest.mark.parametrize(("route", "method"), CASES)
def test_a_row_holds_for_every_principal(world: World, route: str, method: str) -> None:
    row, url = table()[route], address(world, route)
    got = {who: said(ask(url, method, world.accounts[who])) for who in PRINCIPALS}
    if PLAIN.keys() & PARTS[route] >= PARTS[route] and PARTS[route]:
        # The address names something that does not exist (a spent pass, another fingerprint), so being let
        # in may well mean being told so.
        got = {who: "in" if answer == "nothing" and who in row.to else answer for who, answer in got.items()}
    assert got == {who: expected(row, who) for who in PRINCIPALS}


@pytest.mark.django_db
@pytest.mark.parametrize(("route", "method"), [case for case in CASES if table()[case[0]].refers])
def test_a_foreign_id_and_one_that_does_not_exist_look_the_same(
    world: World, route: str, method: str
) -> None:
    for who in sorted(table()[route].to):
        there, nowhere = (address(world, route, of=place) for place in ("foreign", "nowhere"))
        account = world.accounts[who]
        answer = ask(there, method, account)
        assert answer.status_code == 404
        assert body(answer, there) == body(ask(nowhere, method, account), nowhere)


def body(answer: Any, url: str) -> bytes:
    """The bytes, but for the address that was asked, and for what is drawn anew for each request."""
    drawn = rb"""nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|X-CSRFToken[^}]*"""
    return re.sub(drawn, b"", answer.content.replace(url.encode(), b"(the address)"))


@pytest.mark.django_db
@pytest.mark.parametrize("route", [route for route, method in CASES if method == "GET"])
def test_looking_changes_nothing(world: World, route: str) -> None:
    who = next((name for name in PRINCIPALS if name in table()[route].to and name != ANONYMOUS), ANONYMOUS)
    account = world.accounts[who]
    client = Client(raise_request_exception=False)
    with transaction.atomic():
        if account is not None:
            client.force_login(account)
        with CaptureQueriesContext(connection) as asked:
            client.get(address(world, route))
        transaction.set_rollback(True)
    assert [query["sql"] for query in asked.captured_queries if WRITES.match(query["sql"])] == []


@pytest.mark.django_db
@pytest.mark.parametrize(("route", "method"), [case for case in CASES if case[1] != "GET"])
def test_an_address_that_acts_answers_no_get_unless_its_row_says_so(
    world: World, route: str, method: str
) -> None:
    if "GET" in table()[route].methods.split():
        pytest.skip("it shows a page as well")
    who = next(name for name in PRINCIPALS if name in table()[route].to)
    assert ask(address(world, route), "GET", world.accounts[who]).status_code in {404, 405}


@pytest.mark.django_db
@pytest.mark.parametrize("route", [route for route, method in CASES if method == "POST"])
def test_an_act_without_its_token_is_refused(world: World, route: str) -> None:
    who = next(name for name in PRINCIPALS if name in table()[route].to and name != ANONYMOUS)
    client, account = Client(enforce_csrf_checks=True), world.accounts[who]
    assert account is not None
    with transaction.atomic():
        client.force_login(account)
        answer = client.post(address(world, route))
        transaction.set_rollback(True)
    assert answer.status_code == 403
