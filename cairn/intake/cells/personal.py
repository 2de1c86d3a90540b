"""Names and addresses."""

import re
import unicodedata
from functools import lru_cache

from cairn.intake.cells.cleaning import is_formula, says_nothing
from cairn.intake.cells.reading import Reading, fault

MOST_NAME, MOST_EMAIL = 200, 254

_ADDRESS = re.compile(
    r"[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\U0010ffff-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\U0010ffff-]+)*"
    r"@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_](?:[\w-]{0,61}[^\W_])"
)
_ANGLES = re.compile(r".*<\s*([^<>]+?)\s*>\s*")
_AT = re.compile(r"\s*(?:\(at\)|\[at\]|\{at\}|\(a\)| at |＠)\s*")
_DOT = re.compile(r"\s*(?:\(dot\)|\[dot\]|\(punkt\)|\[punkt\]| dot )\s*")
_SLIPS = {
    "gmial.com": "gmail.com", "gmai.com": "gmail.com", "gamil.com": "gmail.com", "gmail.co": "gmail.com",
    "gmail.con": "gmail.com", "gnail.com": "gmail.com", "hotmial.com": "hotmail.com",
    "hotmail.con": "hotmail.com", "outlok.com": "outlook.com", "outlook.con": "outlook.com",
    "yaho.com": "yahoo.com", "yahoo.con": "yahoo.com",
    "gmx.ed": "gmx.de", "web.ed": "web.de",
}  # fmt: skip


def read_name(text: str) -> Reading:
    """One field, any script; at least one visible sign. Nothing is split, sorted or put into capitals."""
    name = " ".join(text.split())
    if not any(unicodedata.category(char)[0] in "LNS" for char in name):
        return fault("name_empty", name)
    if is_formula(name):
        return fault("formula", name)
    if len(name) > MOST_NAME:
        return fault("too_long", name[:60] + "…")
    return Reading(name)


@lru_cache(maxsize=100_000)
def read_email(text: str) -> Reading:
    """An address in lower case. "Ana <ana@x.org>" and "mailto:" are understood; slips get an offer."""
    if says_nothing(text):
        return Reading(None)
    angled = _ANGLES.fullmatch(text)
    address = (angled[1] if angled else text).strip().rstrip(".,;").removeprefix("mailto:").strip().lower()
    if not _ADDRESS.fullmatch(address) or len(address) > MOST_EMAIL or "xn--" in address.partition("@")[0]:
        return fault(_what_ails(address), text, _mended(address))
    local, _, domain = address.rpartition("@")
    if domain in _SLIPS:
        return fault("email_slip", text, f"{local}@{_SLIPS[domain]}")
    return Reading(address)


def _what_ails(address: str) -> str:
    if address.endswith("@"):
        return "email_ends"
    if "@" not in address:
        return "email_no_at"
    if address.count("@") > 1:
        return "email_two"
    return "email_unreadable"


def _mended(address: str) -> str:
    """The address with the commonest slips undone, if that makes it one."""
    mended = re.sub(r"\s+|\.(?=\.)", "", _DOT.sub(".", _AT.sub("@", f"{address}")))
    mended = mended.replace(",", ".").replace(";", ".").replace("..", ".")
    return mended if mended != address and _ADDRESS.fullmatch(mended) else ""


def read_line(text: str, *, most: int) -> Reading:
    """A line of text of at most so many signs."""
    line = " ".join(text.split())
    if says_nothing(line):
        return Reading(None)
    if is_formula(line):
        return fault("formula", line[:60])
    return Reading(line) if len(line) <= most else fault("too_long", line[:60] + "…")


def read_words(text: str, *, most: int) -> Reading:
    """Words with line breaks."""
    if says_nothing(text):
        return Reading(None)
    if is_formula(text):
        return fault("formula", text[:60])
    return Reading(text) if len(text) <= most else fault("too_long", text[:60] + "…")
