"""The one door out: every call to a system of somebody else's goes through `fetch`.

The name is resolved once and the connection made to that address, so a name that changes its mind in between
gains nothing. Each redirect is looked at like a first call. A call has seconds, bytes and tries, all counted;
tries again come out of a budget, so that a system in trouble is not called twice as often by us.
"""

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx2
from django.conf import settings

from cairn.kernel.patience import Budget, cut_off
from cairn.kernel.reachable import Unreachable, resolve

SECONDS, MOST_BYTES, MOST_HOPS = 15.0, 1024 * 1024, 3
PORTS = frozenset({80, 443, 8080, 8443})
AGENT = "Cairn/1 (mentoring; calendar reader)"
#: Answers that may be better a moment later.
_PASSING = frozenset({502, 503, 504})
_MOVED = frozenset({301, 302, 303, 307, 308})
_PAUSE = 0.5


class Refused(Exception):
    """Nothing came of a call. `code`: "address", "scheme", "port", "not_allowed", "unknown", "private",
    "redirects", "too_big", "packed", "slow" or "away".
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other side said. Header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


_budget = Budget()


def fetch(
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    hosts: Collection[str] | None = None,
    most: int = MOST_BYTES,
    seconds: float = SECONDS,
) -> Answer:
    """Ask for what stands at an address. Raises Refused; a status is an answer, whatever it says.

    `hosts`: where an organisation allows only some, those. Headers of ours stay with the host they are for.
    """
    deadline = time.monotonic() + seconds
    own = dict(headers or {})
    first = urlsplit(url).hostname
    for _hop in range(MOST_HOPS + 1):
        sent = own if urlsplit(url).hostname == first else {}
        answer = _persistently(url, sent, hosts=hosts, most=most, deadline=deadline)
        if answer.status not in _MOVED or "location" not in answer.headers:
            return answer
        following = urljoin(url, answer.headers["location"])
        if urlsplit(url).scheme == "https" and urlsplit(following).scheme != "https":
            raise Refused("scheme")
        url = following
    raise Refused("redirects")


def _persistently(
    url: str, headers: Mapping[str, str], *, hosts: Collection[str] | None, most: int, deadline: float
) -> Answer:
    """Once more where that may help and the budget has room for it."""
    _budget.earn()
    try:
        answer = _call(url, headers, hosts=hosts, most=most, deadline=deadline)
        if answer.status not in _PASSING or not _budget.spend():
            return answer
    except Refused as refusal:
        if refusal.code != "away" or not _budget.spend():
            raise
    time.sleep(max(0.0, min(_PAUSE, deadline - time.monotonic())))
    return _call(url, headers, hosts=hosts, most=most, deadline=deadline)


def _call(
    url: str, headers: Mapping[str, str], *, hosts: Collection[str] | None, most: int, deadline: float
) -> Answer:
    host, port = examined(url, hosts=hosts)
    try:
        address = resolve(host, port, private=settings.EGRESS_PRIVATE)
    except Unreachable as refusal:
        raise Refused(refusal.code) from refusal
    left = deadline - time.monotonic()
    if left <= 0:
        raise Refused("slow")
    parts = urlsplit(url)
    pinned = httpx2.URL(url).copy_with(host=address, port=port)
    sent = {
        "Accept-Encoding": "identity",
        "User-Agent": AGENT,
        **headers,
        "Host": parts.netloc.split("@")[-1],
    }
    patience = httpx2.Timeout(min(left, 5.0))
    try:
        with (
            cut_off(after=left) as trace,
            httpx2.Client(trust_env=False, timeout=patience, follow_redirects=False) as client,
            client.stream(
                "GET", pinned, headers=sent, extensions={"sni_hostname": host, "trace": trace}
            ) as response,
        ):
            return Answer(
                response.status_code,
                {name.lower(): value for name, value in response.headers.items()},
                _read(response, most=most, deadline=deadline),
                url,
            )
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as fault:
        late = isinstance(fault, httpx2.TimeoutException) or time.monotonic() >= deadline
        raise Refused("slow" if late else "away") from fault


def examined(url: str, *, hosts: Collection[str] | None = None) -> tuple[str, int]:
    """Host and port of an address that may be called, before anybody asks where it leads. Raises Refused."""
    if any(char <= " " or char == "\x7f" for char in url):
        raise Refused("address")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        httpx2.URL(url)
    except (ValueError, httpx2.InvalidURL) as fault:
        raise Refused("address") from fault
    if parts.scheme not in {"http", "https"}:
        raise Refused("scheme")
    if not host or parts.username is not None or parts.password is not None:
        raise Refused("address")
    if hosts is not None and host.rstrip(".").lower() not in hosts:
        raise Refused("not_allowed")
    port = port or (443 if parts.scheme == "https" else 80)
    if port not in PORTS and not settings.EGRESS_PRIVATE:
        raise Refused("port")
    return host, port


def _read(response: httpx2.Response, *, most: int, deadline: float) -> bytes:
    """The body as it comes, never more than `most`, and never unpacked: a small packet can hold very much."""
    if response.headers.get("Content-Encoding", "identity").lower() not in {"", "identity"}:
        raise Refused("packed")
    body = bytearray()
    for chunk in response.iter_raw(64 * 1024):
        body += chunk
        if len(body) > most:
            raise Refused("too_big")
        if time.monotonic() > deadline:
            raise Refused("slow")
    return bytes(body)
