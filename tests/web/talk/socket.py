"""A browser's end of a socket; channels' own would bring a server with it."""

import json
from typing import Any

from asgiref.testing import ApplicationCommunicator

from cairn.config.sockets import sockets

PATIENCE = 15.0


class Socket:
    """Opens, says, hears."""

    def __init__(self, path: str, headers: list[tuple[bytes, bytes]]) -> None:
        scope = {
            "type": "websocket",
            "path": path,
            "headers": headers,
            "query_string": b"",
            "subprotocols": [],
        }
        self.end: Any = ApplicationCommunicator(sockets, scope)  # type: ignore[no-untyped-call]  # untyped in asgiref

    async def opens(self) -> bool:
        """Whether it is let in."""
        await self.end.send_input({"type": "websocket.connect"})
        answer = await self.end.receive_output(PATIENCE)
        return bool(answer["type"] == "websocket.accept")

    async def say(self, text: str) -> None:
        """Send a text."""
        await self.end.send_input({"type": "websocket.receive", "text": text})

    async def hear(self) -> Any:
        """What comes next."""
        answer = await self.end.receive_output(PATIENCE)
        return json.loads(answer["text"]) if "text" in answer else answer["code"]

    async def silent(self, seconds: float) -> bool:
        """Whether nothing comes for so long."""
        return bool(await self.end.receive_nothing(seconds))

    async def leave(self) -> None:
        """Close it."""
        await self.end.send_input({"type": "websocket.disconnect", "code": 1000})
        await self.end.wait(PATIENCE)
