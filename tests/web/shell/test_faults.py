"""When something goes wrong, a page says what happened, what is safe and what to do next."""

import pytest
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from cairn.accounts.account import Account
from cairn.web.shell.outage import OutageMiddleware


@pytest.mark.parametrize("code", ["400", "403", "403_csrf", "404", "500", "503"])
def test_a_fault_can_be_told_without_anything_else_working(code: str) -> None:
    page = render_to_string(f"{code}.html")
    assert "<h1>" in page
    assert 'href="/help/"' in page


@pytest.mark.django_db
def test_what_is_not_there_is_told_kindly(client: Client) -> None:
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert "There is no stone here" in answer.content.decode()


def test_a_database_that_is_away_is_an_apology_and_not_a_trace() -> None:
    def broken(_request: HttpRequest) -> HttpResponse:
        raise OperationalError

    answer = OutageMiddleware(broken)(RequestFactory().get("/"))
    assert [answer.status_code, answer["Retry-After"]] == [503, "10"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/health/", "/today/"])
def test_the_same_for_a_visitor_whose_session_cannot_be_read(
    client: Client, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(Account.objects.create_user("amina@lakeside.example"))

    def away() -> None:
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", away)
    client.raise_request_exception = False
    assert client.get(path).status_code == 503
