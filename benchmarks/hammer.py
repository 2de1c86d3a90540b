"""A small load generator: keep-alive connections that ask again as soon as they are answered."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Blow:
    """What one round on one address gave: requests a second, and the slowest one in twenty in seconds."""

    rate: float
    p95: float
    size: int


async def strike(port: int, path: str, *, cookie: str, connections: int, seconds: float) -> Blow:
    """Ask loopback for `path` from `connections` at once for `seconds`; anything but 200 is an error."""
    request = (
        f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nCookie: {cookie}\r\nAccept-Encoding: gzip\r\n\r\n"
    ).encode()
    end = time.perf_counter() + seconds
    taken = await asyncio.gather(*(_ask_until(end, port, request) for _ in range(connections)))
    times = sorted(t for times, _ in taken for t in times)
    return Blow(rate=len(times) / seconds, p95=times[int(len(times) * 0.95)], size=taken[0][1])


async def _ask_until(end: float, port: int, request: bytes) -> tuple[list[float], int]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    times: list[float] = []
    size = 0
    while (began := time.perf_counter()) < end:
        writer.write(request)
        size = await _read_answer(reader)
        times.append(time.perf_counter() - began)
    writer.close()
    return times, size


async def _read_answer(reader: asyncio.StreamReader) -> int:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    if " 200 " not in head.split("\r\n", 1)[0]:
        msg = f"Not a good answer: {head.splitlines()[0]}"
        raise RuntimeError(msg)
    if "content-length:" in head:
        length = int(head.split("content-length:")[1].split("\r\n")[0])
        await reader.readexactly(length)
        return length
    total = 0
    while size := int(await reader.readline(), 16):  # chunked
        await reader.readexactly(size + 2)
        total += size
    await reader.readline()
    return total
