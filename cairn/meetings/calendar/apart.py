"""Reads a calendar of a stranger's, in a process of its own: `python -I apart.py reply|busy [from to zone]`.

It knows nothing of Cairn, holds no keys, has its seconds and its memory counted, and says what it found as
JSON on its standard output; whatever happens to it happens to nobody else. Documents may define zones under
any name, which the library remembers: here they are forgotten with the process.
"""

import json
import resource
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar, Component

CPU_SECONDS, MEMORY, MOST_PARTS, MOST_STRETCHES = 4, 768 * 1024 * 1024, 20_000, 5_000
LONGEST_UID = 255


def main() -> None:
    """Read from standard input, write one line."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    kind, *rest = sys.argv[1:]
    document = sys.stdin.buffer.read()
    if document.upper().count(b"BEGIN:") > MOST_PARTS:
        raise SystemExit(3)
    readers: dict[str, Callable[..., Any]] = {"reply": reply, "busy": busy}
    sys.stdout.write(json.dumps(readers[kind](document, *rest)))


def reply(document: bytes, zone: str) -> dict[str, Any]:
    """What somebody's calendar says about one entry."""
    calendar = Calendar.from_ical(document)
    entries = [each for each in calendar.walk("VEVENT")]  # noqa: C416 - a list of its own
    if calendar.name != "VCALENDAR" or not entries:
        raise SystemExit(4)
    if len(entries) > 1:
        raise SystemExit(5)
    entry = entries[0]
    return {
        "method": str(calendar.get("METHOD", "")).upper(),
        "uid": str(entry.get("UID", ""))[:LONGEST_UID],
        "sequence": int(entry.get("SEQUENCE", 0)),
        "occurrence": _moment(entry, "RECURRENCE-ID", zone),
        "starts": _moment(entry, "DTSTART", zone),
        "answers": [
            [str(each).lower().removeprefix("mailto:"), str(each.params.get("PARTSTAT", "")).upper()]
            for each in _listed(entry.get("ATTENDEE"))
        ],
    }


def busy(document: bytes, start: str, end: str, zone: str) -> list[list[str]]:
    """When somebody is not free between two moments: [from, to, uid], in UTC."""
    within = datetime.fromisoformat(start), datetime.fromisoformat(end)
    calendar = Calendar.from_ical(document)
    if calendar.name != "VCALENDAR":
        raise SystemExit(4)
    found: list[list[str]] = []
    for starts, ends, uid in (*_events(calendar, within, zone), *_periods(calendar)):
        if starts < ends and ends > within[0] and starts < within[1]:
            found.append([starts.isoformat(), ends.isoformat(), uid[:LONGEST_UID]])
        if len(found) > MOST_STRETCHES:
            raise SystemExit(3)
    return found


def _events(
    calendar: Component, within: tuple[datetime, datetime], zone: str
) -> Iterator[tuple[datetime, datetime, str]]:
    for event in recurring_ical_events.of(calendar, skip_bad_series=True).between(*within):
        if _takes_time(event):
            yield _utc(event.start, zone), _utc(event.end, zone), str(event.get("UID", ""))


def _takes_time(event: Component) -> bool:
    said = (event.get("TRANSP"), event.get("STATUS"), event.get("X-MICROSOFT-CDO-BUSYSTATUS"))
    return not {str(word).upper() for word in said} & {"TRANSPARENT", "CANCELLED", "FREE", "WORKINGELSEWHERE"}


def _periods(calendar: Component) -> Iterator[tuple[datetime, datetime, str]]:
    """Free/busy documents name stretches instead of events."""
    for part in calendar.walk("VFREEBUSY"):
        for line in _listed(part.get("FREEBUSY")):
            if str(line.params.get("FBTYPE", "BUSY")).upper() != "FREE":
                for period in getattr(line, "dts", [line]):
                    starts, ends = period.dt if hasattr(period, "dt") else (period.start, period.end)
                    ends = starts + ends if isinstance(ends, timedelta) else ends
                    yield _utc(starts, "UTC"), _utc(ends, "UTC"), ""


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _moment(entry: Component, name: str, zone: str) -> str | None:
    """In UTC; None where it is not said. A whole day is none that one could meet at."""
    value = entry.get(name)
    if value is None or not isinstance(value.dt, datetime):
        return None
    return _utc(value.dt, zone).isoformat()


def _utc(value: date, zone: str) -> datetime:
    """A day begins at its midnight, and an hour without a zone is the reader's."""
    if not isinstance(value, datetime):
        value = datetime.combine(value, time(), tzinfo=ZoneInfo(zone))
    return (value if value.tzinfo else value.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)


if __name__ == "__main__":
    main()
