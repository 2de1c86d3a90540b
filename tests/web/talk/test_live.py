"""The socket: who may open one, what rings, and that no word and no stranger gets through."""

import asyncio
import json
import uuid
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.conf import settings
from django.test import Client

from cairn.conversations.blocking import block
from cairn.conversations.thread import Thread
from cairn.people.person import Person
from cairn.web.talk.bell import ring
from tests import cast as players
from tests.conversations.talking import pair, say
from tests.web.browsing import browser_of
from tests.web.talk.socket import Socket

pytestmark = pytest.mark.django_db(transaction=True)
HERE = "http://localhost:8000"
NOTHING = 0.3


def opened(
    who: Person | None, *, origin: str = HERE, path: str = "/talk/live/", browser: Client | None = None
) -> Socket:
    """A socket of somebody's browser, not yet open."""
    browser = browser or (browser_of(who) if who else Client())
    headers = [(b"origin", origin.encode()), (b"host", b"localhost:8000")]
    if cookie := browser.cookies.get(settings.SESSION_COOKIE_NAME):
        headers.append((b"cookie", f"{settings.SESSION_COOKIE_NAME}={cookie.value}".encode()))
    return Socket(path, headers)


@pytest.fixture
def thread() -> Thread:
    """Amina and Bruno."""
    return pair(players.amina(), players.bruno())


def live(act: Callable[[Socket, Socket], Awaitable[Any]]) -> Any:
    """Do something while Amina's and Bruno's pages listen."""
    amina, bruno = opened(players.amina()), opened(players.bruno())

    async def both() -> Any:
        assert [await amina.opens(), await bruno.opens()] == [True, True]
        heard = await act(amina, bruno)
        await amina.leave()
        await bruno.leave()
        return heard

    return asyncio.run(both())


def refused(socket: Socket) -> bool:
    async def knock() -> bool:
        let_in = await socket.opens()
        if let_in:
            await socket.leave()
        return not let_in

    return asyncio.run(knock())


def test_only_somebody_signed_in_on_our_own_pages_may_listen() -> None:
    amina = players.amina()
    assert refused(opened(None))
    assert refused(opened(amina, origin="https://evil.example"))
    assert refused(opened(amina, origin="http://localhost:9999"))
    assert refused(opened(amina, origin=""))
    assert refused(opened(amina, path="/elsewhere/"))
    assert not refused(opened(amina))


def test_a_message_rings_at_both_and_carries_no_word(thread: Thread) -> None:
    async def act(amina: Socket, bruno: Socket) -> Any:
        await sync_to_async(say)(thread, players_bruno, "hippopotamus")
        return [await page.hear() for page in (amina, bruno)]

    players_bruno = players.bruno()
    assert live(act) == [{"type": "ring", "thread": str(thread.pk)}] * 2


def test_somebody_writing_is_said_to_the_other_calmly(thread: Thread) -> None:
    async def act(amina: Socket, bruno: Socket) -> Any:
        for _key in range(3):
            await amina.say(json.dumps({"type": "typing", "thread": str(thread.pk)}))
        heard = await bruno.hear()
        return heard, await bruno.silent(NOTHING), await amina.silent(NOTHING)

    expected = {"type": "typing", "thread": str(thread.pk), "who": "Amina"}
    assert live(act) == (expected, True, True)


@pytest.mark.parametrize("where", ["blocked", "not theirs", "nowhere", "nonsense"])
def test_writing_is_said_to_nobody_it_would_not_reach(thread: Thread, where: str) -> None:
    if where == "blocked":
        block(players.bruno(), other=players.amina())
    theirs = pair(players.bruno(), players.dara())
    place = {"blocked": thread.pk, "not theirs": theirs.pk, "nowhere": uuid.uuid4(), "nonsense": "' or 1"}[
        where
    ]

    async def act(amina: Socket, bruno: Socket) -> Any:
        await amina.say(json.dumps({"type": "typing", "thread": str(place)}))
        return await bruno.silent(NOTHING * 2)

    assert live(act) is True


def test_whoever_signs_out_hears_no_more(thread: Thread) -> None:
    browser = browser_of(players.amina())
    socket = opened(None, browser=browser)

    async def stay() -> Any:
        assert await socket.opens()
        await sync_to_async(browser.logout)()
        await sync_to_async(ring)(thread.pk)
        return await socket.hear()

    assert asyncio.run(stay()) == 4401


@pytest.mark.parametrize("sent", ["not json", "[" * 600, '"typing"', "{}"])
def test_nonsense_breaks_nothing(thread: Thread, sent: str) -> None:
    async def act(amina: Socket, bruno: Socket) -> Any:
        await amina.say(sent)
        return await bruno.silent(NOTHING)

    assert live(act) is True
