"""Time zones: IANA names as they stand; cities, countries and offsets as an offer."""

import csv
import re
from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from cairn.intake.cells.cleaning import says_nothing
from cairn.intake.cells.reading import Reading, fault
from cairn.people.taxonomy.spelling import key, near, squash

_DATA = Path(__file__).parents[1] / "data" / "places.tsv"
_OFFSET = re.compile(
    r"\(?(?:utc|gmt)?\s*(?P<sign>[+−–-])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?\)?.*"
)

#: Abbreviations that mean one thing to nearly everybody who writes them; still only an offer.
_SHORT = {
    "cet": "Europe/Berlin", "cest": "Europe/Berlin", "mez": "Europe/Berlin", "mesz": "Europe/Berlin",
    "gmt": "Europe/London", "bst": "Europe/London", "wet": "Europe/Lisbon", "eet": "Europe/Helsinki",
    "msk": "Europe/Moscow", "est": "America/New_York", "edt": "America/New_York", "et": "America/New_York",
    "eastern": "America/New_York", "cst": "America/Chicago", "cdt": "America/Chicago",
    "ct": "America/Chicago", "central": "America/Chicago", "mst": "America/Denver", "mdt": "America/Denver",
    "mountain": "America/Denver",
    "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "pt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles", "ist": "Asia/Kolkata", "jst": "Asia/Tokyo", "kst": "Asia/Seoul",
    "sgt": "Asia/Singapore", "hkt": "Asia/Hong_Kong", "aest": "Australia/Sydney", "aedt": "Australia/Sydney",
    "wat": "Africa/Lagos", "eat": "Africa/Nairobi", "cat": "Africa/Harare", "sast": "Africa/Johannesburg",
    "nzst": "Pacific/Auckland", "brt": "America/Sao_Paulo",
}  # fmt: skip
#: A well-known place for each offset, in minutes east of UTC in January.
_BY_OFFSET = {
    -600: "Pacific/Honolulu", -540: "America/Anchorage", -480: "America/Los_Angeles", -420: "America/Denver",
    -360: "America/Chicago", -300: "America/New_York", -240: "America/Halifax", -180: "America/Sao_Paulo",
    0: "Europe/London", 60: "Europe/Berlin", 120: "Europe/Helsinki", 180: "Africa/Nairobi", 240: "Asia/Dubai",
    300: "Asia/Karachi", 330: "Asia/Kolkata", 345: "Asia/Kathmandu", 360: "Asia/Dhaka", 420: "Asia/Bangkok",
    480: "Asia/Singapore", 540: "Asia/Tokyo", 600: "Australia/Brisbane", 720: "Pacific/Auckland",
}  # fmt: skip


@lru_cache(maxsize=20_000)
def read_zone(text: str, *, home: str = "UTC") -> Reading:
    """An IANA name in any case. `home` is the organisation's zone, offered where an offset fits it."""
    if says_nothing(text):
        return Reading(None)
    exact = _zones().get(text.strip().lower().replace(" ", "_"))
    if exact:
        return Reading(exact)
    offer = _at_offset(text, home) or _SHORT.get(text.strip().lower(), "") or _place(text)
    return fault("zone_place" if offer else "zone_unknown", text, offer)


@cache
def _zones() -> dict[str, str]:
    return {zone.lower(): zone for zone in available_timezones() if "/" in zone or zone == "UTC"}


@cache
def places() -> dict[str, str]:
    """Zones by squashed names of cities and countries; a zone's own city comes first."""
    found: dict[str, str] = {}
    with _DATA.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        found.setdefault(squash(key(row["zone"].rpartition("/")[2])), row["zone"])
    for row in rows:
        for name in row["places"].split("|"):
            found.setdefault(squash(key(name)), row["zone"])
    for zone in sorted(zone for zone in _zones().values() if not zone.startswith("Etc/")):
        found.setdefault(squash(key(zone.rpartition("/")[2])), zone)
    return found


def _place(text: str) -> str:
    """The zone of a city or country; of "Berlin, Germany" or "Office Berlin" the part that is known."""
    whole = squash(key(text))
    pieces = [squash(key(piece)) for piece in re.split(r"[,/()|;-]| in ", text)]
    words = [squash(word) for word in key(text).split() if len(word) > 3]  # noqa: PLR2004 - "la", "rio" are words
    for guess in (whole, *pieces, *words):
        if guess in places():
            return places()[guess]
    # A short name is one slip from too many others.
    slips = sorted(guess for guess in near(whole) if guess in places()) if len(whole) > 4 else []  # noqa: PLR2004
    return places()[slips[0]] if slips else ""


def _at_offset(text: str, home: str) -> str:
    said = text.strip().lower()
    offset = _OFFSET.fullmatch(said)
    if not offset:
        return home if said in {"utc", "gmt"} else ""
    minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
    minutes = minutes if offset["sign"] == "+" else -minutes
    return home if minutes in _offsets_of(home) else _BY_OFFSET.get(minutes, "")


@cache
def _offsets_of(zone: str) -> set[int]:
    """A zone's offsets in January and July, in minutes; "UTC" claims none, it is where nobody lives."""
    if zone == "UTC":
        return set()
    moments = (datetime(2026, month, 1, tzinfo=UTC).astimezone(ZoneInfo(zone)) for month in (1, 7))
    return {round((moment.utcoffset() or moment - moment).total_seconds() / 60) for moment in moments}
