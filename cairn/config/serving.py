"""How a page is served: in one thread from its first middleware to its last.

Django's own handler takes a page through five threads and back, and makes two threads for every request,
which costs more than a small page does itself. Here threads are kept, each with its place in the pool of
connections, and a page is handed over once. An answer that streams is still sent by the event loop, which
stops it as soon as its reader has left. Views may be async as ever.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.core import signals
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.db import close_old_connections
from django.http.response import HttpResponseBase
from django.urls import set_script_prefix

# Few, for Python runs one of them at a time: a thread back from the database waits while others reckon.
# With eight visitors two threads a worker gave about twice the pages of sixteen. One worker alone keeps four,
# so that a page which waits for somebody else does not hold up the house.
THREADS = ThreadPoolExecutor(max_workers=2 if settings.WORKERS > 1 else 4, thread_name_prefix="page")

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]


class PageHandler(ASGIHandler):
    """Django's handler, with everything that is not reading and writing done in one thread."""

    def __init__(self) -> None:
        self.load_middleware(is_async=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            msg = f"Pages are served over HTTP, not {scope['type']}."
            raise ValueError(msg)
        try:
            body = await self.read_body(receive)
        except RequestAborted:
            return
        response = await _in_thread(self.answer, scope, body)
        if response.streaming:
            await self._stream(response, receive, send)
        else:
            await self.send_response(response, send)

    def answer(self, scope: Scope, body: IO[bytes]) -> HttpResponseBase:
        """The whole way of a request, in the thread it is called in; only a stream is left open."""
        set_script_prefix(get_script_prefix(scope))
        signals.request_started.send(sender=type(self), scope=scope)
        request, refusal = self.create_request(scope, body)
        response: Any = refusal if request is None else self.get_response(request)
        response._handler_class = type(self)  # noqa: SLF001 - as Django's own handler does, for its signal
        if response.streaming:
            close_old_connections()
        else:
            response.close()
        body.close()
        answered: HttpResponseBase = response
        return answered

    async def _stream(self, response: HttpResponseBase, receive: Receive, send: Send) -> None:
        sending = asyncio.ensure_future(self.send_response(response, send))
        leaving = asyncio.ensure_future(self.listen_for_disconnect(receive))
        try:
            await asyncio.wait((sending, leaving), return_when=asyncio.FIRST_COMPLETED)
            if sending.done():
                sending.result()
        finally:
            sending.cancel()
            leaving.cancel()
            await asyncio.gather(sending, leaving, return_exceptions=True)
            await _in_thread(response.close)


def _in_thread(work: Callable[..., Any], *args: Any) -> Awaitable[Any]:
    return sync_to_async(work, thread_sensitive=False, executor=THREADS)(*args)
