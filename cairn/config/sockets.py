"""Sockets: which there are, and that only our own pages open them.

A browser sends its cookies with a socket to whatever page asks, so the page's origin must be ours: the very
host the request came to, or BASE_URL.
"""

from typing import Any
from urllib.parse import urlsplit

from channels.auth import AuthMiddlewareStack
from django.conf import settings
from django.http.request import validate_host

from cairn.web.talk.live import Live

_SOCKETS = {"/talk/live/": AuthMiddlewareStack(Live.as_asgi())}


async def sockets(scope: Any, receive: Any, send: Any) -> None:
    """Answer one socket, or refuse it before it opens."""
    found = _SOCKETS.get(scope["path"])
    if found is None or not from_our_pages(scope["headers"]):
        await receive()
        await send({"type": "websocket.close"})
        return
    await found(scope, receive, send)


def from_our_pages(headers: list[tuple[bytes, bytes]]) -> bool:
    """Whether the page that opens the socket is of this house."""
    given = {name.lower(): value.decode("latin-1") for name, value in headers}
    origin, host = given.get(b"origin", ""), given.get(b"host", "")
    if origin == settings.BASE_URL:
        return True
    parts = urlsplit(origin)
    scheme = "https" if settings.SECURE else "http"
    known = validate_host(host.rsplit(":", 1)[0], settings.ALLOWED_HOSTS)
    return bool(host) and known and (parts.scheme, parts.netloc) == (scheme, host)
