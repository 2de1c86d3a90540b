"""A good answer with bytes changed at random: it is taken, or it changes nothing; it breaks nothing."""

import importlib.util
import json
from types import ModuleType
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from cairn.meetings.attendee import Attendee
from cairn.meetings.calendar import reading
from cairn.meetings.calendar.reading import READER, Unreadable
from cairn.meetings.calendar.replying import take_reply
from cairn.meetings.meeting import Meeting
from tests.cast import Cast
from tests.integrations.conftest import TUESDAY_NINE
from tests.integrations.letters import crlf

AMINA = "amina@lakeside.example"
PIECES = st.sampled_from([
    b"", b"\r\n", b";", b":", b'"', b"\x00", b"\xff", b"\\", b"RRULE:FREQ=SECONDLY\r\n", b"BEGIN:VEVENT\r\n",
    b"END:VEVENT\r\n", b"METHOD:COUNTER\r\n", b"DTSTART:99991231T235959Z\r\n",
    b"DTSTART;VALUE=DATE:20260304\r\n",
    b"SEQUENCE:-1\r\n", b"SEQUENCE:99999999999999999999\r\n", b"RECURRENCE-ID:20260303T080000Z\r\n", b"\r\n ",
    b"DTSTART;TZID=Nowhere/Land:20260304T090000\r\n", "ATTENDEE:mailto:ä\r\n".encode(),
])  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> ModuleType:
    """The reader's own code, in this process: a thousand processes would take the afternoon."""
    spec = importlib.util.spec_from_file_location("apart", READER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def _in_process(reader: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(document: bytes, kind: str, *arguments: str, most: int) -> Any:
        try:
            return json.loads(json.dumps(getattr(reader, kind)(document, *arguments)))
        except (Exception, SystemExit) as fault:
            raise Unreadable("broken") from fault

    monkeypatch.setattr(reading, "_read_apart", read)


def answer(meeting: Meeting, method: str) -> bytes:
    return crlf(f"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:x
        METHOD:{method}
        BEGIN:VEVENT
        UID:{meeting.uid}
        DTSTAMP:20260302T080000Z
        DTSTART:20260304T090000Z
        DTEND:20260304T093000Z
        SEQUENCE:0
        ATTENDEE;PARTSTAT=TENTATIVE:mailto:{AMINA}
        END:VEVENT
        END:VCALENDAR
        """)


@pytest.mark.usefixtures("_in_process")
@pytest.mark.django_db
@hypothesis_settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    method=st.sampled_from(["REPLY", "COUNTER"]),
    changes=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), PIECES), max_size=4),
)
def test_whatever_happens_to_an_answer_the_meeting_stays_whole(
    meeting: Meeting, cast: Cast, method: str, changes: list[tuple[float, int, bytes]]
) -> None:
    document = answer(meeting, method)
    for where, length, piece in changes:
        at = int(where * len(document))
        document = document[:at] + piece + document[at + length :]
    with transaction.atomic():
        place = Attendee.objects.select_related("meeting", "person__organisation").get(
            meeting=meeting, person=cast.amina
        )
        outcome = take_reply(document, place=place, addresses=frozenset({AMINA}))
        assert len(outcome.sentence.splitlines()) == 1
        found = Meeting.objects.get(pk=meeting.pk)
        told = Attendee.objects.get(pk=place.pk).answer
        if not outcome.changed:
            assert (found.starts_at, found.sequence, found.state, told) == (
                TUESDAY_NINE,
                0,
                "booked",
                "needs_action",
            )
        assert (found.ends_at - found.starts_at).total_seconds() == 30 * 60
        transaction.set_rollback(True)
