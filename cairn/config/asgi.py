"""The application as a server sees it: background work at its start, static files first, then Django."""

import os
import sys
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.config.settings")

from asgiref.sync import sync_to_async
from django.conf import settings
from django.core.asgi import get_asgi_application
from servestatic.asgi import ServeStaticASGI

pages = ServeStaticASGI(get_asgi_application(), root=str(settings.STATIC_ROOT), prefix="static/")

# Below the line above, because the queue reads its settings when it is imported.
from cairn.config.starting import Refusal, may_start  # noqa: E402
from cairn.journal import embedded  # noqa: E402


async def application(scope: Any, receive: Any, send: Any) -> None:
    """Answer one connection, or live through the server's own start and end."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
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
    await send({"type": "lifespan.startup.complete"})
    await receive()
    embedded.stop()
    if lock is not None:
        lock.close()
    await send({"type": "lifespan.shutdown.complete"})
