"""Looking into people's calendars: when one is due it is fetched, read apart, and its stretches are replaced.

A calendar that did not change is not read again the same half day. One that cannot be read keeps what was
known of it for a day, and is asked more and more rarely.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from cairn.integrations.busy_ics.allowed_host import hosts_of
from cairn.integrations.busy_ics.source import BusySource
from cairn.kernel import clock
from cairn.kernel.egress import Answer, Refused, fetch
from cairn.meetings.busy import Busy
from cairn.meetings.calendar.identity import identity_of
from cairn.meetings.calendar.reading import MOST_OF_CALENDAR, Stretch, Unreadable, read_busy
from cairn.meetings.meeting import Meeting
from cairn.meetings.slots import zone_of

OFTEN, LEASE, LONGEST_PAUSE = timedelta(minutes=30), timedelta(minutes=5), timedelta(hours=24)
BEFORE, AHEAD, FRESH = timedelta(days=1), timedelta(days=120), timedelta(hours=12)
AT_ONCE = 20
_NOT_MODIFIED, _GONE, _FINE = 304, frozenset({404, 410}), 200
_DENIED = frozenset({401, 402, 403})


def look_into_due() -> int:
    """Those that are due, some at a time; how many."""
    due = BusySource.objects.due(clock.wall()).order_by("next_at").values_list("pk", flat=True)
    return sum(look_into(source) for source in list(due[:AT_ONCE]))


def look_into(source_id: UUID) -> bool:
    """One of them, unless another tick has it; what is asked outside is asked outside of any transaction."""
    now = clock.wall()
    if not BusySource.objects.due(now).filter(pk=source_id).update(next_at=now + LEASE):
        return False
    source = BusySource.objects.select_related("person__organisation").get(pk=source_id)
    with clock.shift_by(source.person.organisation.clock_shift):
        try:
            _look(source)
        except (Refused, Unreadable) as fault:
            _remember_fault(source, fault.code)
    return True


def _look(source: BusySource) -> None:
    fresh = source.read_at is not None and source.read_at > clock.now() - FRESH
    asked = {"If-None-Match": source.etag} if source.etag and fresh else {}
    answer = fetch(source.url, headers=asked, hosts=hosts_of(source.organisation_id), most=MOST_OF_CALENDAR)
    if answer.status == _NOT_MODIFIED and fresh:
        _write_down(source, None, etag=source.etag, digest=source.digest)
        return
    _refuse_unless_fine(answer)
    digest = hashlib.sha256(answer.body).hexdigest()
    etag = answer.headers.get("etag", "")
    etag = etag if len(etag) <= 200 and etag.isprintable() else ""  # noqa: PLR2004 - as the field is long
    if fresh and digest == source.digest:
        _write_down(source, None, etag=etag, digest=digest)
        return
    start = clock.now() - BEFORE
    found = read_busy(answer.body, start=start, end=start + BEFORE + AHEAD, zone=zone_of(source.person))
    _write_down(source, found, etag=etag, digest=digest)


def _refuse_unless_fine(answer: Answer) -> None:
    if answer.status in _DENIED:
        raise Refused("denied")
    if answer.status in _GONE:
        raise Refused("gone")
    if answer.status != _FINE:
        raise Refused("away")


@transaction.atomic
def _write_down(source: BusySource, found: list[Stretch] | None, *, etag: str, digest: str) -> None:
    """Replace what was known. None: nothing changed. Somebody may have removed it meanwhile."""
    held = BusySource.objects.select_for_update().filter(pk=source.pk).first()
    if held is None:
        return
    held.fault, held.failures, held.etag, held.digest = "", 0, etag, digest
    held.next_at = clock.wall() + OFTEN
    if found is not None:
        held.read_at = clock.now()
        held.stretches = _replace(held, found)
    held.save(update_fields=["fault", "failures", "etag", "digest", "next_at", "read_at", "stretches"])


def _replace(source: BusySource, found: list[Stretch]) -> int:
    """Our own meetings come back from a calendar that subscribes to ours; they are in nobody's way."""
    ours = _known_as(source.person_id, source.organisation_id)
    rows = [
        Busy(
            organisation_id=source.organisation_id,
            person_id=source.person_id,
            starts_at=each.starts_at,
            ends_at=each.ends_at,
            source=source.name,
            uid=each.uid,
        )
        for each in found
        if each.uid not in ours
    ]
    Busy.objects.filter(person=source.person_id, source=source.name).delete()
    Busy.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def _known_as(person_id: UUID, organisation_id: UUID) -> set[str]:
    mine = Meeting.objects.filter(
        organisation_id=organisation_id, attendees__person=person_id, ends_at__gt=clock.now() - BEFORE
    )
    return {uid for each in mine.select_related("series") for uid in (each.uid, identity_of(each).uid)}


@transaction.atomic
def _remember_fault(source: BusySource, code: str) -> None:
    held = BusySource.objects.select_for_update().filter(pk=source.pk).first()
    if held is None:
        return
    held.fault, held.failures = code, min(held.failures + 1, 100)
    held.next_at = clock.wall() + min(OFTEN * 2 ** min(held.failures, 8), LONGEST_PAUSE)
    if _is_outdated(held.read_at):
        Busy.objects.filter(person=held.person_id, source=held.name).delete()
        held.stretches, held.digest, held.etag = 0, "", ""
    held.save(update_fields=["fault", "failures", "next_at", "stretches", "digest", "etag"])


def _is_outdated(read_at: datetime | None) -> bool:
    return read_at is not None and read_at < clock.now() - LONGEST_PAUSE
