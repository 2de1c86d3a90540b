"""The socket of a page: it hears that something changed, and says that somebody is writing. No words pass."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any
from uuid import UUID

from channels.db import DatabaseSyncToAsync
from channels.generic.websocket import AsyncJsonWebsocketConsumer
from django.conf import settings

from cairn.accounts.account import Account
from cairn.conversations.rules import reached_by
from cairn.conversations.thread import Thread
from cairn.kernel.text import first_name_of
from cairn.people.person import Person
from cairn.web.talk.bell import group_of, hang

#: Who writes is said at most so often, in seconds.
CALM = 3.0
MOST_BYTES = 500
SIGNED_OUT = 4401


class Live(AsyncJsonWebsocketConsumer):  # type: ignore[misc]  # channels has no types
    """One page of one person. It hears its own person's group only; nothing is subscribed to by id."""

    person: Person
    spoke = 0.0

    async def connect(self) -> None:
        """Let in whoever is signed in; the origin was checked before."""
        found = await _in_thread(_person_of, self.scope["user"])
        if found is None:
            await self.close()
            return
        self.person = found
        hang()
        await self.channel_layer.group_add(group_of(found.pk), self.channel_name)
        await self.accept()

    async def disconnect(self, code: int) -> None:  # noqa: ARG002 - channels' signature
        """Hear no more."""
        if hasattr(self, "person"):
            await self.channel_layer.group_discard(group_of(self.person.pk), self.channel_name)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None, **_: Any) -> None:
        """A small text or nothing."""
        if bytes_data or len(text_data or "") > MOST_BYTES:
            await self.close()
            return
        try:
            content = await self.decode_json(text_data or "")
        except ValueError:
            await self.close()
            return
        await self.receive_json(content)

    async def receive_json(self, content: Any, **_: Any) -> None:
        """Somebody is writing: said to those whom their words would reach, and not with every key."""
        if not isinstance(content, dict) or content.get("type") != "typing":
            return
        if time.monotonic() - self.spoke < CALM:
            return
        self.spoke = time.monotonic()
        people = await _in_thread(_readers, self.person, str(content.get("thread", "")))
        event = {
            "type": "typing",
            "thread": str(content.get("thread")),
            "who": first_name_of(self.person.name),
        }
        groups = [self.channel_layer.group_send(group_of(one), event) for one in people]
        await asyncio.gather(*groups)

    async def ring(self, event: dict[str, Any]) -> None:
        """Something changed in a thread of theirs."""
        await self._pass_on(event)

    async def typing(self, event: dict[str, Any]) -> None:
        """Somebody writes to them."""
        await self._pass_on(event)

    async def _pass_on(self, event: dict[str, Any]) -> None:
        """Whoever signed out elsewhere, or was switched off, hears no more."""
        if not await _in_thread(_still_here, self.scope["session"].session_key, self.person.account_id):
            await self.close(code=SIGNED_OUT)
            return
        await self.send_json(event)


async def _in_thread(work: Callable[..., Any], *args: Any) -> Any:
    """Not in the one thread that Django keeps for its own, where sockets would wait for each other."""
    return await DatabaseSyncToAsync(work, thread_sensitive=False)(*args)


def _person_of(account: Any) -> Person | None:
    if not account.is_authenticated:
        return None
    mine = Person.objects.of_account(account).select_related("organisation").order_by("id")
    found: Person | None = mine.first()
    return found


def _still_here(session_key: str, account_id: Any) -> bool:
    sessions = import_module(settings.SESSION_ENGINE).SessionStore
    there = bool(sessions().exists(session_key))
    return there and Account.objects.filter(pk=account_id, is_active=True).exists()


def _readers(person: Person, thread_id: str) -> frozenset[UUID]:
    """Whom a person's words would reach in a thread they may see; nobody for any other id."""
    try:
        thread = Thread.objects.visible_to(person).filter(pk=UUID(thread_id)).first()
    except ValueError:
        return frozenset()
    return reached_by(person, thread) if thread else frozenset()
