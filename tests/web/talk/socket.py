"""A browser's end of a socket; channels' own would bring a server with it."""

import json
from typing import Any

from asgiref.testing import ApplicationCommunicator

from cairn.config.sockets import sockets

PATIENCE = 15.0


class Socket(ApplicationCommunicator):  # type: ignore[misc]  # asgiref has no types here
    """Opens, says, hears."""

    def __init__(self, path: str, headers: list[tuple[bytes, bytes]]) -> None:
        scope = {
            "type": "websocket",
            "path": path,
            "headers": headers,
            "query_string": b"",
            "subprotocols": [],
        }
        super().__init__(sockets, scope)

    async def opens(self) -> bool:
        """Whether it is let in."""
        await self.send_input({"type": "websocket.connect"})
        answer = await self.receive_output(PATIENCE)
        return bool(answer["type"] == "websocket.accept")

    async def say(self, text: str) -> None:
        """Send a text."""
        await self.send_input({"type": "websocket.receive", "text": text})

    async def hear(self) -> Any:
        """What comes next."""
        answer = await self.receive_output(PATIENCE)
        return json.loads(answer["text"]) if "text" in answer else answer["code"]

    async def silent(self, seconds: float) -> bool:
        """Whether nothing comes for so long."""
        return bool(await self.receive_nothing(seconds))

    async def leave(self) -> None:
        """Close it."""
        await self.send_input({"type": "websocket.disconnect", "code": 1000})
        await self.wait(PATIENCE)
