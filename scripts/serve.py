"""Serve Cairn with uvicorn and say, once it listens, what to open."""

import os
import socket

import uvicorn
from django.conf import settings
from uvicorn.supervisors import Multiprocess

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.config.settings")


class SpeakingServer(uvicorn.Server):
    """A server that greets whoever started it."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            print(greeting(), flush=True)


def greeting() -> str:
    """The one line to read."""
    if settings.DEMO:
        return f"\n  Open {settings.BASE_URL}/ and choose who you are. It is a demo; Ctrl-C stops it.\n"
    return f"\n  Cairn is ready at {settings.BASE_URL}/\n"


def main() -> None:
    """One process by default; WORKERS of them where Redis lets them hear each other."""
    config = uvicorn.Config(
        "cairn.config.asgi:application",
        host=settings.HOST,
        port=settings.PORT,
        workers=settings.WORKERS,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=settings.BEHIND_PROXY,
        timeout_graceful_shutdown=10,
    )
    if settings.WORKERS == 1:
        SpeakingServer(config).run()
        return
    print(greeting(), flush=True)
    Multiprocess(config, sockets=[config.bind_socket()]).run()


if __name__ == "__main__":
    main()
