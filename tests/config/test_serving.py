"""How pages are served: whole, in one thread, and a stream ends when its reader leaves."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from asgiref.testing import ApplicationCommunicator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import path
from django.utils import translation
from pytest_django import Settings

from cairn.config.serving import PageHandler

ENDED: list[str] = []


def echo(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.body[::-1], headers={"X-Language": translation.get_language()})


def turkish(_request: HttpRequest) -> HttpResponse:
    translation.activate("tr")
    return HttpResponse("merhaba")


async def later(_request: HttpRequest) -> HttpResponse:
    await asyncio.sleep(0)
    return HttpResponse("later")


def news(_request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse(_never_ending())


async def _never_ending() -> AsyncIterator[bytes]:
    try:
        while True:
            yield b"news"
            await asyncio.sleep(0.01)
    finally:
        ENDED.append("news")


urlpatterns = [path("echo/", echo), path("turkish/", turkish), path("later/", later), path("news/", news)]


@pytest.fixture(autouse=True)
def _small_site(settings: Settings) -> None:
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]


def asked(place: str, *, method: str = "GET") -> Any:
    scope: dict[str, Any] = {"type": "http", "method": method, "path": place, "headers": []}
    scope |= {"query_string": b"", "server": ("localhost", 80), "headers": [(b"host", b"localhost")]}
    return ApplicationCommunicator(PageHandler(), scope)  # type: ignore[no-untyped-call]  # asgiref has no types here


async def answer(
    place: str, *, body: bytes = b"", method: str = "GET"
) -> tuple[int, dict[bytes, bytes], bytes]:
    browser = asked(place, method=method)
    await browser.send_input({"type": "http.request", "body": body[:2], "more_body": True})
    await browser.send_input({"type": "http.request", "body": body[2:]})
    start = await browser.receive_output(timeout=5)
    rest = await browser.receive_output(timeout=5)
    return start["status"], dict(start["headers"]), rest["body"]


@pytest.mark.django_db(transaction=True)
def test_a_page_is_answered_with_what_was_sent() -> None:
    status, _headers, body = asyncio.run(answer("/echo/", body=b"stone", method="POST"))
    assert (status, body) == (200, b"enots")


@pytest.mark.django_db(transaction=True)
def test_an_async_view_answers_too() -> None:
    assert asyncio.run(answer("/later/"))[2] == b"later"


@pytest.mark.django_db(transaction=True)
def test_what_one_page_sets_is_forgotten_before_the_next() -> None:
    async def both() -> bytes:
        await answer("/turkish/")
        return (await answer("/echo/"))[1][b"X-Language"]

    assert asyncio.run(both()) == b"en"


@pytest.mark.django_db(transaction=True)
def test_a_stream_ends_when_its_reader_leaves() -> None:
    async def leave() -> bytes:
        browser = asked("/news/")
        await browser.send_input({"type": "http.request", "body": b""})
        await browser.receive_output(timeout=5)
        first = await browser.receive_output(timeout=5)
        await browser.send_input({"type": "http.disconnect"})
        await browser.wait(timeout=5)
        heard: bytes = first["body"]
        return heard

    assert (asyncio.run(leave()), ENDED.pop()) == (b"news", "news")
