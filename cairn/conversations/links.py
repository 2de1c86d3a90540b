"""Addresses in what people write: found, and freed of what only serves to follow the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_ADDRESS = re.compile(r"https?://[^\s<>\"'«»“”]+", re.IGNORECASE)
_TRAILING = ".,;:!?…"
_CLOSING = {")": "(", "]": "[", "}": "{"}
_TRACKING = re.compile(
    r"(utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid?|mc_[ce]id|"
    r"_hsenc|_hsmi|__hs\w+|hsctatracking|mkt_tok|vero_id|oly_enc_id|oly_anon_id|s_cid|rb_clickid|wickedid|"
    r"ref_src|ref_url|spm|li_fat_id|trk|si|_ga|_gl|campaignid|srsltid)",
    re.IGNORECASE,
)


class Part(NamedTuple):
    """A stretch of text; `address` where it is a link, which then is also what is shown."""

    text: str
    address: str = ""


def parts(text: str) -> Iterator[Part]:
    """The text cut into words and links, nothing lost but trackers."""
    at = 0
    for found in _ADDRESS.finditer(text):
        raw = _ended(found[0])
        address = without_tracking(raw)
        if not address:
            continue
        if found.start() > at:
            yield Part(text[at : found.start()])
        yield Part(address, address)
        at = found.start() + len(raw)
    if at < len(text):
        yield Part(text[at:])


def without_tracking(address: str) -> str:
    """The address without parameters that follow people; empty for what is no address of the web."""
    try:
        cut = urlsplit(address)
        pairs = parse_qsl(cut.query, keep_blank_values=True)
        host = cut.hostname
    except ValueError:
        return ""
    if not host or cut.username or cut.password:
        return ""
    kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]
    if len(kept) == len(pairs):
        return address
    return urlunsplit(cut._replace(query=urlencode(kept)))


def _ended(address: str) -> str:
    """Without the full stop or bracket that belongs to the sentence around it."""
    while address and (address[-1] in _TRAILING or _closes_nothing(address)):
        address = address[:-1]
    return address


def _closes_nothing(address: str) -> bool:
    last = address[-1]
    return last in _CLOSING and address.count(last) > address.count(_CLOSING[last])
