"""The application as a server sees it: background work at its start, static files first, then Django."""

import gc
import os
import sys
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.config.settings")

import django
from asgiref.sync import sync_to_async
from django.conf import settings
from django.urls import get_resolver
from servestatic.asgi import ServeStaticASGI

django.setup(set_prefix=False)

# Below the line above, because handler and queue read the settings when they are imported.
from cairn.config.serving import PageHandler  # noqa: E402
from cairn.config.sockets import sockets  # noqa: E402
from cairn.config.starting import Refusal, may_start  # noqa: E402
from cairn.journal import embedded  # noqa: E402

pages = ServeStaticASGI(PageHandler(), root=str(settings.STATIC_ROOT), prefix="static/")


async def application(scope: Any, receive: Any, send: Any) -> None:
    """Answer one connection, or live through the server's own start and end."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
    elif scope["type"] == "websocket":
        await sockets(scope, receive, send)
    else:
        await pages(scope, receive, send)


async def _live(receive: Any, send: Any) -> None:
    await receive()
    try:
        lock = await sync_to_async(may_start)()
    except Refusal as refusal:
        print(refusal, file=sys.stderr)  # noqa: T201 - the server's own log would bury the sentence
        await send({"type": "lifespan.startup.failed", "message": ""})
        return
    if settings.JOBS_IN_WEB:
        embedded.start()
    _settle()
    await send({"type": "lifespan.startup.complete"})
    await receive()
    embedded.stop()
    if lock is not None:
        lock.close()
    await send({"type": "lifespan.shutdown.complete"})


def _settle() -> None:
    """Load every view now, and keep the collector from looking through all of it again with every page."""
    get_resolver().url_patterns  # noqa: B018 - asked for what it imports
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
