"""The door out, tried against servers that behave badly."""

import contextlib
import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
from pytest_django import Settings

from cairn.kernel import egress
from cairn.kernel.egress import Refused, fetch
from cairn.kernel.patience import Budget
from cairn.kernel.reachable import Unreachable, resolve, unwrapped


class Site(BaseHTTPRequestHandler):
    """Answers by path, and keeps who asked for what."""

    asked: ClassVar[list[tuple[str, str, str]]] = []

    def do_GET(self) -> None:
        name = self.path.strip("/")
        self.asked.append((name, self.headers.get("Host", ""), self.headers.get("If-None-Match", "")))
        getattr(self, f"_{name}", self._plain)()

    def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _plain(self) -> None:
        self._answer(200, b"hello", ETag='"one"')

    def _big(self) -> None:
        with contextlib.suppress(OSError):
            self._answer(200, b"x" * 300_000)

    def _packed(self) -> None:
        self._answer(200, b"\x1f\x8b", Content_Encoding="gzip")

    def _inward(self) -> None:
        self._answer(302, Location="http://169.254.169.254/latest/meta-data/")

    def _round(self) -> None:
        self._answer(302, Location="/round")

    def _onward(self) -> None:
        self._answer(302, Location="/plain")

    def _busy(self) -> None:
        self._answer(200 if self.asked.count(self.asked[-1]) > 1 else 503, b"there")

    def _drip(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        with contextlib.suppress(OSError):
            for _ in range(300):
                self.wfile.write(b"X-A: b\r\n")
                time.sleep(0.1)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Its visitors are waited for when it closes."""

    daemon_threads = False


@pytest.fixture
def site(settings: Settings) -> Iterator[str]:
    settings.EGRESS_PRIVATE = ("127.0.0.0/8",)
    Site.asked.clear()
    server = Server(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def code_of(url: str, **how: object) -> str:
    with pytest.raises(Refused) as refusal:
        fetch(url, **how)  # type: ignore[arg-type]  # whatever a test says
    return refusal.value.code


def test_it_fetches_what_is_there(site: str) -> None:
    answer = fetch(f"{site}/plain", headers={"If-None-Match": '"zero"'})
    assert (answer.status, answer.body, answer.headers["etag"]) == (200, b"hello", '"one"')
    assert Site.asked == [("plain", site.removeprefix("http://"), '"zero"')]


def test_what_is_too_much_or_packed_or_never_ends_is_refused(site: str) -> None:
    assert code_of(f"{site}/big", most=100_000) == "too_big"
    assert code_of(f"{site}/packed") == "packed"
    assert code_of(f"{site}/round") == "redirects"


def test_a_byte_now_and_then_does_not_keep_it_waiting(site: str) -> None:
    began = time.monotonic()
    assert code_of(f"{site}/drip", seconds=0.6) == "slow"
    assert time.monotonic() - began < 9


def test_a_redirect_is_looked_at_like_a_first_call(site: str) -> None:
    assert fetch(f"{site}/onward").body == b"hello"
    assert code_of(f"{site}/inward") == "private"


def test_a_passing_fault_is_tried_once_more(site: str) -> None:
    assert fetch(f"{site}/busy").body == b"there"


def test_tries_again_come_out_of_a_budget(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(egress, "_budget", Budget(left=0))
    assert fetch(f"{site}/busy").status == 503


def test_nothing_private_is_called_unless_an_operator_said_so(site: str, settings: Settings) -> None:
    settings.EGRESS_PRIVATE = ()
    port = int(site.rsplit(":", 1)[1])
    assert code_of(f"{site}/plain") == "port"
    for host in (
        "127.0.0.1",
        "localhost",
        "10.0.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "[::1]",
        "[::ffff:10.0.0.1]",
    ):
        assert code_of(f"http://{host}/") == "private", host
    assert code_of("http://2130706433/") == "private"  # 127.0.0.1, written as a number
    assert Site.asked == []
    assert port


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("file:///etc/passwd", "scheme"),
        ("gopher://example.org/", "scheme"),
        ("https://user:pass@example.org/", "address"),
        ("https://", "address"),
        ("https://exa mple.org/", "address"),
        ("https://example.org:22/", "port"),
        ("https://name.invalid/", "unknown"),
        ("https://example.org/\r\nX: y", "address"),
    ],
)
def test_an_address_that_makes_no_sense_is_refused(url: str, code: str) -> None:
    assert code_of(url) == code


def test_an_organisation_may_allow_some_hosts_only(site: str) -> None:
    assert fetch(f"{site}/plain", hosts={"127.0.0.1"}).status == 200
    assert code_of(f"{site}/plain", hosts={"calendar.example.org"}) == "not_allowed"


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(0, 0, 0, "", (text, 443)) for text in ("93.184.216.34", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: rows)
    with pytest.raises(Unreachable, match="private"):
        resolve("twofold.example", 443)


def test_a_name_is_asked_for_once_and_that_address_is_called(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that leads elsewhere the second time (DNS rebinding) is never asked a second time."""
    real, asked = socket.getaddrinfo, []

    def answer(host: str, *args: object, **more: object) -> object:
        asked.append(host)
        return real("127.0.0.1" if host == "fickle.example" else host, *args, **more)  # type: ignore[arg-type]  # as it was asked

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    port = site.rsplit(":", 1)[1]
    assert fetch(f"http://fickle.example:{port}/plain").body == b"hello"
    assert asked.count("fickle.example") == 1
    assert Site.asked[-1][1] == f"fickle.example:{port}"


def test_addresses_are_taken_out_of_their_wrappings() -> None:
    wrapped = {"::ffff:10.0.0.1": "10.0.0.1", "64:ff9b::a00:1": "10.0.0.1", "2002:a00:1::": "10.0.0.1"}
    assert {text: str(unwrapped(ipaddress.ip_address(text))) for text in wrapped} == wrapped
