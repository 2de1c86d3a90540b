"""What a first page weighs on the wire, and how many queries it asks."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


@dataclass(frozen=True)
class Weight:
    """Bytes, compressed, without fonts; `script` is every module the page could ever ask for."""

    script: int
    style: int
    page: int


def browser_of(cookie: str) -> Any:
    """A browser in this process that carries the cookie."""
    browser = Client(SERVER_NAME="localhost")
    name, _, key = cookie.partition("=")
    browser.cookies[name] = key
    return browser


def weigh(cookie: str, path: str) -> Weight:
    """The page, its sheet, and the modules of its import map with those it names itself."""
    page = browser_of(cookie).get(path).content.decode()
    imports = json.loads(re.findall(r'<script type="importmap"[^>]*>(.*?)</script>', page)[0])["imports"]
    named = re.findall(r'<(?:script|link rel="modulepreload")[^>]*(?:src|href)="([^"]+\.js)"', page)
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
    return Weight(
        script=sum(_packed(_static(address)) for address in {*imports.values(), *named}),
        style=sum(
            len(browser_of(cookie).get(s, headers={"Accept-Encoding": "gzip"}).content) for s in sheets
        ),
        page=_packed(page.encode()),
    )


def queries(cookie: str, path: str) -> int:
    """How many queries one answer asks, with everything that can be kept from an earlier one kept."""
    browser = browser_of(cookie)
    browser.get(path)
    with CaptureQueriesContext(connection) as asked:
        browser.get(path)
    return len(asked)


def _static(address: str) -> bytes:
    name = address.removeprefix(settings.STATIC_URL)
    content: bytes = (settings.STATIC_ROOT / name).read_bytes()
    return content


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 9))
