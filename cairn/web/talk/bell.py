"""The bell: tells the pages of some people that something changed. It carries ids and first names, no words.

Pages live on the server's event loop, acts happen in threads and in other processes. A ring that is lost
costs a second or two, because every page also asks by itself; so nothing here ever fails an act.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from asgiref.sync import async_to_sync
from channels.layers import InMemoryChannelLayer, get_channel_layer

from cairn.conversations.participant import Participant

log = logging.getLogger(__name__)

_loop: asyncio.AbstractEventLoop | None = None


def hang() -> None:
    """Remember the loop on which this process's pages listen."""
    global _loop  # noqa: PLW0603 - one loop per process is the point
    _loop = asyncio.get_running_loop()


def group_of(person_id: UUID | str) -> str:
    """The group in which all pages of one person listen."""
    return f"person.{UUID(str(person_id)).hex}"


def ring(thread_id: UUID) -> None:
    """Tell everybody present in a thread that it changed."""
    people = Participant.objects.filter(thread=thread_id).present().values_list("person_id", flat=True)
    call(people, {"type": "ring", "thread": str(thread_id)})


def call(people: Iterable[UUID], event: dict[str, Any]) -> None:
    """Send an event to all pages of these people, from whatever thread or process."""
    layer: Any = get_channel_layer()
    groups = [group_of(person) for person in people]
    if _loop is not None and _loop.is_running():
        sending = asyncio.run_coroutine_threadsafe(_send(layer, groups, event), _loop)
        sending.add_done_callback(_say_if_lost)
    elif not isinstance(layer, InMemoryChannelLayer):
        try:
            async_to_sync(_send)(layer, groups, event)
        except Exception as fault:  # noqa: BLE001 - the layer may be away in any way
            log.warning("the bell is away (%s)", type(fault).__name__)


async def _send(layer: Any, groups: list[str], event: dict[str, Any]) -> None:
    for group in groups:
        await layer.group_send(group, event)


def _say_if_lost(sending: Any) -> None:
    if not sending.cancelled() and sending.exception() is not None:
        log.warning("the bell is away (%s)", type(sending.exception()).__name__)
