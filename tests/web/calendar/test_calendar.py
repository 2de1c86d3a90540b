"""Me, calendar: a private address of one's meetings, and the calendars we look into."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from cairn.accounts.account import Account
from cairn.integrations.busy_ics.source import BusySource
from cairn.integrations.own_feed.feed_key import FeedKey
from cairn.kernel import clock, ids
from cairn.meetings.attending import answer
from cairn.meetings.booking import book
from cairn.meetings.busy import Busy
from cairn.meetings.meeting import Meeting
from cairn.meetings.moving import cancel, reschedule
from cairn.mentorships.mentorship import Mentorship
from cairn.programmes.enrolment import MENTEE, MENTOR
from tests import cast as players
from tests.cast import Cast
from tests.web.browsing import browser_of

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
PAGE = "/me/calendar/"


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    pair = Mentorship.begin(
        mentor=players.enrol(cast.bruno, MENTOR), mentee=players.enrol(cast.amina, MENTEE), origin=ids.new()
    )
    with clock.moved(to=NOON - timedelta(days=1)):
        return book(
            people=[cast.amina, cast.bruno], at=NOON, minutes=30, mentorship=pair, by=cast.bruno, anywhen=True
        )


def subscribed(client: Client) -> str:
    """The address that is shown once."""
    said = client.post(f"{PAGE}address/").content.decode()
    found = re.search(r"https?://[^<]*(/calendar/[\w-]+\.ics)", said)
    assert found is not None
    return found[1]


def read(address: str, **headers: str) -> tuple[int, list[tuple[str, date]]]:
    with clock.moved(to=NOON - timedelta(days=1)):
        answer = Client().get(address, headers=headers)
    if answer.status_code != 200:
        return answer.status_code, []
    events = Calendar.from_ical(answer.content).events
    return 200, [(str(event["summary"]), event.start) for event in events]


@pytest.mark.django_db
def test_an_address_gives_ones_meetings_and_follows_them(meeting: Meeting, cast: Cast) -> None:
    address = subscribed(browser_of(cast.amina))
    assert read(address) == (200, [("Meeting with Bruno", NOON)])
    with clock.moved(to=NOON - timedelta(days=1)):
        reschedule(meeting, NOON + timedelta(hours=1), by=cast.bruno, anywhen=True)
        assert read(address) == (200, [("Meeting with Bruno", NOON + timedelta(hours=1))])
        cancel(Meeting.objects.get(pk=meeting.pk), by=cast.bruno)
        assert read(address) == (200, [])


@pytest.mark.django_db
def test_what_did_not_change_is_not_sent_again(meeting: Meeting, cast: Cast) -> None:
    address = subscribed(browser_of(cast.amina))
    with clock.moved(to=NOON - timedelta(days=1)):
        first = Client().get(address)
    assert first["Cache-Control"] == "private, max-age=300"
    assert read(address, **{"If-None-Match": first["ETag"]}) == (304, [])
    with clock.moved(to=NOON - timedelta(days=1)):
        answer(meeting, cast.amina, "declined")
    assert read(address, **{"If-None-Match": first["ETag"]})[0] == 200


@pytest.mark.django_db
def test_a_new_address_voids_the_old_one_and_only_a_hash_is_kept(meeting: Meeting, cast: Cast) -> None:
    browser = browser_of(cast.amina)
    old = subscribed(browser)
    new = subscribed(browser)
    assert (read(old)[0], read(new)[0]) == (404, 200)
    assert new.split("/")[-1].removesuffix(".ics") not in FeedKey.objects.get().secret_hash
    assert new not in browser.get(PAGE).content.decode()
    browser.post(f"{PAGE}address/removal/")
    assert read(new)[0] == 404


@pytest.mark.django_db
def test_whoever_was_switched_off_has_no_feed(meeting: Meeting, cast: Cast) -> None:
    address = subscribed(browser_of(cast.amina))
    Account.objects.filter(email=cast.amina.email).update(is_active=False)
    assert read(address)[0] == 404


@pytest.mark.django_db
def test_quiet_formats_say_nothing_in_the_feed_either(meeting: Meeting, cast: Cast) -> None:
    Mentorship.objects.update(format="coping")
    Meeting.objects.update(place="The clinic")
    address = subscribed(browser_of(cast.amina))
    assert read(address) == (200, [("Appointment", NOON)])
    with clock.moved(to=NOON - timedelta(days=1)):
        assert not re.search(rb"Bruno|clinic", Client().get(address).content)


@pytest.mark.django_db
def test_a_calendar_is_added_shown_and_removed(cast: Cast) -> None:
    browser = browser_of(cast.amina)
    browser.post(PAGE, {"url": "webcal://calendar.example.org/private-12345/basic.ics"})
    source = BusySource.objects.get()
    assert (source.url, source.host) == (
        "https://calendar.example.org/private-12345/basic.ics",
        "calendar.example.org",
    )
    shown = browser.get(PAGE).content.decode()
    assert "calendar.example.org" in shown
    assert "private-12345" not in shown  # the secret in it is nobody's to see over a shoulder
    Busy.objects.create(
        organisation=source.organisation,
        person=cast.amina,
        starts_at=NOON,
        ends_at=NOON + timedelta(hours=1),
        source=source.name,
    )
    assert browser_of(cast.bruno).post(f"{PAGE}{source.pk}/removal/").status_code == 404
    browser.post(f"{PAGE}{source.pk}/removal/")
    assert (BusySource.objects.count(), Busy.objects.count()) == (0, 0)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("", "Paste the address of your calendar."),
        ("ftp://calendar.example.org/a.ics", "begins with https:// or webcal://"),
        ("my calendar", "This is no address."),
        ("https://amina:secret@calendar.example.org/a.ics", "This is no address."),
        ("https://calendar.example.org:22/", "a part of a server where no calendars are"),
    ],
)
def test_what_is_no_address_is_told_kindly_and_stays_typed(url: str, said: str, cast: Cast) -> None:
    shown = browser_of(cast.amina).post(PAGE, {"url": url}).content.decode()
    assert said in shown
    assert not BusySource.objects.exists()
    assert url in shown


@pytest.mark.django_db
def test_five_are_the_most_and_the_same_counts_once(cast: Cast) -> None:
    for number in (1, 1, 2, 3, 4, 5):
        BusySource.add(cast.amina, f"https://calendar.example.org/{number}.ics")
    shown = browser_of(cast.amina).post(PAGE, {"url": "https://calendar.example.org/6.ics"}).content.decode()
    assert "Five calendars are the most" in shown
    assert BusySource.objects.count() == 5
