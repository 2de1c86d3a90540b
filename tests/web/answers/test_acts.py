"""Every act of a letter: its page changes nothing, its button acts once, nobody signs in."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client

from cairn.kernel import clock
from cairn.meetings.booking import book
from cairn.meetings.meeting import Meeting
from cairn.mentorships.action import Action
from cairn.mentorships.mentorship import Mentorship
from cairn.notices.acts import act_url, spelled
from cairn.notices.envelope import Envelope
from cairn.notices.mute import Mute
from cairn.notices.notice import Notice
from cairn.notices.outbox import put
from cairn.people.person import Person
from cairn.web.answers.acts.times import times_for_meeting, times_for_pair
from cairn.web.answers.purposes import PURPOSES
from tests.cast import Cast
from tests.notices.life import on, pair, propose

NOW = "2026-11-23T08:00"
Case = tuple[UUID, dict[str, str], Callable[[], bool]]


def path(person: Person, purpose: str, subject: UUID) -> str:
    return act_url(person, purpose, subject).split("localhost:8000")[-1]


@pytest.fixture
def mentorship(cast: Cast) -> Mentorship:
    return pair()


def meeting(cast: Cast, mentorship: Mentorship) -> Meeting:
    at = times_for_pair(mentorship)[0]
    made = book(people=[cast.amina, cast.bruno], at=at, minutes=30, by=cast.bruno, mentorship=mentorship)
    found: Meeting = Meeting.objects.with_people().get(pk=made.pk)
    return found


def booking(cast: Cast, mentorship: Mentorship) -> Case:
    chosen = {"choice": spelled(times_for_pair(mentorship)[1])}
    return mentorship.pk, chosen, lambda: Meeting.objects.count() == 1


def moving(cast: Cast, mentorship: Mentorship) -> Case:
    made = meeting(cast, mentorship)
    to = times_for_meeting(made)[2]
    return made.pk, {"choice": spelled(to)}, lambda: Meeting.objects.get().starts_at == to


def cancelling(cast: Cast, mentorship: Mentorship) -> Case:
    return meeting(cast, mentorship).pk, {}, lambda: Meeting.objects.get().state == "cancelled"


def acting(answer: str, then: str) -> Callable[[Cast, Mentorship], Case]:
    def case(cast: Cast, mentorship: Mentorship) -> Case:
        made = Action.set(mentorship, owner=cast.amina, then="Ask Chen", due_on=date(2026, 11, 23))
        return made.pk, {"choice": answer}, lambda: Action.objects.get().state == then

    return case


def agreeing(cast: Cast, mentorship: Mentorship) -> Case:
    made = propose(mentorship, cast.bruno)
    return made.pk, {}, lambda: made.consents.count() == 2


def stopping(cast: Cast, mentorship: Mentorship) -> Case:
    notice = put(cast.amina, "message_posted", topic=mentorship.pk)
    envelope = Envelope.seal(cast.amina, "A")
    Notice.objects.filter(pk=notice.pk).update(envelope=envelope)
    return envelope.pk, {"choice": "message_posted"}, Mute.objects.exists


CASES = {
    "meeting.book": booking,
    "meeting.move": moving,
    "meeting.cancel": cancelling,
    "action.done": acting("done", "done"),
    "action.carry": acting("carry", "carried"),
    "action.drop": acting("drop", "dropped"),
    "agreement.agree": agreeing,
    "unsubscribe": stopping,
}


def test_every_purpose_is_tried() -> None:
    elsewhere = {"proposal.accept", "proposal.decline", "meeting.held", "meeting.rate", "signal.answer"}
    assert set(CASES) == set(PURPOSES) - elsewhere


@pytest.mark.parametrize("purpose", CASES)
def test_looking_changes_nothing_and_the_button_acts_once(
    client: Client, cast: Cast, mentorship: Mentorship, purpose: str
) -> None:
    with on(NOW):
        subject, given, happened = CASES[purpose](cast, mentorship)
        link = path(cast.amina, purpose, subject)
        looked = [client.get(link).status_code, client.head(link).status_code, happened()]
        acted = [client.post(link, given).status_code, happened()]
        again = client.post(link, given).status_code
    assert (looked, acted, again) == ([200, 200, False], [200, True], 410)


@pytest.mark.parametrize("purpose", CASES)
def test_a_link_without_the_form_of_its_page_does_nothing(
    cast: Cast, mentorship: Mentorship, purpose: str
) -> None:
    with on(NOW):
        subject, given, happened = CASES[purpose](cast, mentorship)
        answer = Client(enforce_csrf_checks=True).post(path(cast.amina, purpose, subject), given)
    assert (answer.status_code, happened()) == (403, False)


@pytest.mark.parametrize("purpose", CASES)
def test_nobody_acts_with_a_link_about_what_is_not_theirs(
    client: Client, cast: Cast, mentorship: Mentorship, purpose: str
) -> None:
    with on(NOW):
        subject, given, happened = CASES[purpose](cast, mentorship)
        answer = client.post(path(cast.dara, purpose, subject), given)
    assert (answer.status_code, happened()) == (410, False)


def test_a_mail_program_stops_mails_with_one_click_and_no_page(cast: Cast, mentorship: Mentorship) -> None:
    envelope, _, happened = stopping(cast, mentorship)
    link = path(cast.amina, "unsubscribe", envelope)
    answer = Client(enforce_csrf_checks=True).post(link, {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, happened()) == (200, True)


def test_one_click_does_nothing_but_stop_mails(cast: Cast, mentorship: Mentorship) -> None:
    with on(NOW):
        subject, _, happened = cancelling(cast, mentorship)
        browser = Client(enforce_csrf_checks=True)
        answer = browser.post(path(cast.amina, "meeting.cancel", subject), {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, happened()) == (403, False)


@pytest.mark.parametrize(("said", "state"), [("yes", ["booked", True]), ("no", ["cancelled", False])])
def test_two_clicks_say_whether_it_took_place(
    client: Client, cast: Cast, mentorship: Mentorship, said: str, state: list[object]
) -> None:
    with on(NOW):
        made = meeting(cast, mentorship)
    with clock.moved(to=made.ends_at + timedelta(hours=1)):
        client.post(path(cast.amina, "meeting.held", made.pk), {"choice": said})
    made.refresh_from_db()
    assert [made.state, made.attendees.get(person=cast.amina).tapped_at is not None] == state


def test_a_time_that_was_taken_meanwhile_is_said_and_others_are_offered(
    client: Client, cast: Cast, mentorship: Mentorship
) -> None:
    with on(NOW):
        at = times_for_pair(mentorship)[0]
        link = path(cast.amina, "meeting.book", mentorship.pk)
        book(people=[cast.bruno], at=at, minutes=60, by=cast.bruno)
        refused = client.post(link, {"choice": spelled(at)})
        page = refused.content.decode()
        booked = client.post(link, {"choice": spelled(times_for_pair(mentorship)[0])})
    assert (refused.status_code, spelled(at) in page, 'type="radio"' in page) == (409, False, True)
    assert booked.status_code == 200


def test_the_time_of_the_link_is_filled_in(client: Client, cast: Cast, mentorship: Mentorship) -> None:
    with on(NOW):
        at = spelled(times_for_pair(mentorship)[3])
        page = client.get(path(cast.amina, "meeting.book", mentorship.pk), {"at": at}).content.decode()
    assert f'value="{at}" checked' in page


@pytest.mark.parametrize("rubbish", ["", "tomorrow", "99999999T9999Z", "\x00", "20261123T0800Z"])
def test_rubbish_for_a_time_books_nothing(
    client: Client, cast: Cast, mentorship: Mentorship, rubbish: str
) -> None:
    with on(NOW):
        link = path(cast.amina, "meeting.book", mentorship.pk)
        answers = [client.get(link, {"at": rubbish}), client.post(link, {"choice": rubbish})]
    assert [answer.status_code for answer in answers] == [200, 409]
    assert not Meeting.objects.filter(state="booked").exists()
