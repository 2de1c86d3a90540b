"""The letters of a mentorship's life, over a real mail server: who hears what, and never too much of it."""

from datetime import date

import pytest

from cairn.conversations.thread import PAIR, Thread
from cairn.kernel import clock, ids
from cairn.matching.proposal import Proposal
from cairn.meetings import tasks as meetings
from cairn.meetings.booking import book
from cairn.meetings.meeting import Meeting
from cairn.mentorships.action import Action
from cairn.mentorships.ending import Ending
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pause import Pause
from cairn.notices import tasks
from cairn.programmes.enrolment import Enrolment
from tests.cast import Cast
from tests.notices.conftest import MailServer
from tests.notices.life import MORNING, at, links, on, pair, propose
from tests.notices.test_mailing import part
from tests.notices.test_reactions import CARD

pytestmark = pytest.mark.django_db(transaction=True)
#: Wednesday, 13:00 in Lagos, 12:00 in Lisbon.
NOON = "2026-11-25T12:00"


def said(server: MailServer) -> list[tuple[str, str]]:
    """Who got what, since this was last asked."""
    found = sorted((mail["To"].split("@")[0], str(mail["Subject"])) for mail in server.mails)
    server.mails.clear()
    return found


def text(server: MailServer) -> str:
    return part(server.mails[-1], "plain")


def meeting(cast: Cast, when: str = NOON) -> Meeting:
    return book(
        people=[cast.amina, cast.bruno],
        at=at(when),
        minutes=60,
        by=cast.amina,
        mentorship=Mentorship.objects.first() or pair(),
        anywhen=True,
    )


def test_a_booking_a_move_and_a_cancellation_reach_both_at_once(cast: Cast, mail_server: MailServer) -> None:
    with on("2026-11-22T09:00"):
        made = meeting(cast)
    assert said(mail_server) == [
        ("amina", "You meet Bruno on Wednesday 25 November, 13:00 (Africa/Lagos)"),
        ("bruno", "You meet Amina on Wednesday 25 November, 12:00 (Europe/Lisbon)"),
    ]
    with on("2026-11-22T10:00"):
        made.reschedule(at("2026-11-26T12:00"), by=cast.bruno, anywhen=True)
    assert [subject for _, subject in said(mail_server)] == [
        "New time with Bruno: Thursday 26 November, 13:00 (Africa/Lagos)",
        "New time with Amina: Thursday 26 November, 12:00 (Europe/Lisbon)",
    ]
    with on("2026-11-22T11:00"):
        made.cancel(by=cast.bruno)
    # Whoever called it off too: the entry has to leave their calendar.
    assert said(mail_server) == [
        ("amina", "The meeting with Bruno is off"),
        ("bruno", "The meeting with Amina is off"),
    ]


def test_the_day_before_comes_the_agenda_and_ten_minutes_before_the_door(
    cast: Cast, mail_server: MailServer
) -> None:
    with on("2026-11-22T09:00"):
        meeting(cast)
    mail_server.mails.clear()
    for moment in ("2026-11-24T11:59", "2026-11-24T12:00", "2026-11-24T12:01"):
        with on(moment):
            meetings.minute()
            tasks.minute()
    assert "Story swap · 12 minutes" in text(mail_server)
    assert len(links(text(mail_server))) == 3  # another time, not at all, no more of these
    assert [subject[:9] for _, subject in said(mail_server)] == ["Tomorrow:", "Tomorrow:"]
    with on("2026-11-25T11:50"):
        meetings.minute()
    assert [subject[:14] for _, subject in said(mail_server)] == ["In ten minutes"] * 2


def test_whoever_books_for_tomorrow_is_not_reminded_of_it_at_once(
    cast: Cast, mail_server: MailServer
) -> None:
    with on("2026-11-24T13:00"):
        meeting(cast)
        mail_server.mails.clear()
        meetings.minute()
    assert said(mail_server) == []


def test_afterwards_each_is_asked_at_their_hour_how_it_was(cast: Cast, mail_server: MailServer) -> None:
    with on("2026-11-22T09:00"):
        meeting(cast)
    mail_server.mails.clear()
    for moment in ("2026-11-25T13:01", "2026-11-25T14:59"):
        with on(moment):
            meetings.minute()
            tasks.minute()
    assert said(mail_server) == []
    with on("2026-11-25T16:00"):
        tasks.minute()
    assert said(mail_server) == [("amina", "How was it with Bruno?"), ("bruno", "How was it with Amina?")]


def test_did_you_do_it_on_its_day_and_three_answers(cast: Cast, mail_server: MailServer) -> None:
    with on(MORNING):
        Action.set(pair(), owner=cast.amina, then="Ask Chen", due_on=date(2026, 11, 25))
        tasks.minute()
    with on("2026-11-25T08:30"):
        tasks.minute()
        tasks.minute()
    words = text(mail_server)
    assert ["“Ask Chen”" in words, len(links(words))] == [True, 4]
    assert said(mail_server) == [("amina", "Did you do it?")]


def test_a_break_and_an_end_are_told_to_the_other_in_neutral_words(
    cast: Cast, mail_server: MailServer
) -> None:
    with on(MORNING):
        mentorship = pair()
        pause = Pause.begin(mentorship, by=cast.bruno, until=date(2026, 12, 24), reason="My own affair")
        assert "affair" not in text(mail_server)
        pause.end(cast.bruno)
        Ending.leave(mentorship, by=cast.bruno, reason="We quarrelled")
    assert "quarrelled" not in text(mail_server)
    assert [
        (who, subject.removeprefix("Your mentorship with Bruno ")) for who, subject in said(mail_server)
    ] == [
        ("amina", "goes on"),
        ("amina", "has come to its end"),
        ("amina", "takes a break"),
    ]


def write(cast: Cast, mentorship: Mentorship, *bodies: str) -> Thread:
    thread = Thread.open(people=[cast.amina, cast.bruno], kind=PAIR, origin=mentorship.pk)
    for body in bodies:
        thread.post(cast.bruno, body, client_id=ids.new())
    thread.refresh_from_db()
    return thread


def test_several_messages_are_one_notice_with_the_newest_words(cast: Cast, mail_server: MailServer) -> None:
    with on(MORNING):
        write(cast, pair(), "Good morning", "See you on Tuesday?")
    with on("2026-11-25T08:30"):
        tasks.minute()
    assert "See you on Tuesday?" in text(mail_server)
    assert said(mail_server) == [("amina", "Bruno wrote to you")]


def test_what_was_read_by_then_needs_no_letter(cast: Cast, mail_server: MailServer) -> None:
    with on(MORNING):
        write(cast, pair(), "Good morning").read(cast.amina)
    with on("2026-11-25T08:30"):
        tasks.minute()
    assert said(mail_server) == []


@pytest.mark.parametrize("format", ["coping", "reverse"])
def test_private_words_stay_in_the_house(cast: Cast, mail_server: MailServer, format: str) -> None:
    with on(MORNING):
        write(cast, pair(format), "I cannot sleep")
    with on("2026-11-25T08:30"):
        tasks.minute()
    whole = mail_server.mails[-1].as_string()
    assert "sleep" not in whole


def test_quiet_letters_say_nothing_but_that_there_is_something(cast: Cast, mail_server: MailServer) -> None:
    with on(MORNING):
        mentorship = pair("coping")
        Pause.begin(mentorship, by=cast.bruno, until=date(2026, 12, 24))
        propose(mentorship, cast.bruno)
        write(cast, mentorship, "I cannot sleep")
    with on("2026-11-25T08:30"):
        tasks.minute()
    told = [str(mail["Subject"]) + part(mail, "plain") for mail in mail_server.mails]
    words = ("Bruno", "break", "agree", "mentorship", "First Steps", "sleep")
    assert [word for word in words for mail in told if word in mail] == []
    assert {subject for _, subject in said(mail_server)} <= {
        "There is something new for you in Cairn",
        "2 things for you",
    }


def test_both_yeses_bring_three_times_to_meet(cast: Cast, mail_server: MailServer) -> None:
    places = {place.side: place for place in Enrolment.objects.select_related("person", "programme")}
    with on("2026-11-23T09:00"):
        proposal = Proposal.objects.create(
            organisation=cast.amina.organisation,
            programme=places["mentee"].programme,
            mentor=places["mentor"],
            mentee=places["mentee"],
            card=CARD,
            made_at=clock.now(),
        )
        proposal.accept(cast.bruno)
        proposal.accept(cast.amina)
    begun = [part(mail, "plain") for mail in mail_server.mails if "both said yes" in mail["Subject"]]
    assert [len(set(links(words))) for words in begun] == [3, 3]
    assert [len({link.split("?")[0] for link in links(words)}) for words in begun] == [1, 1]
    assert Meeting.objects.proposed().count() == 3


def test_a_letter_that_may_be_stopped_says_how(cast: Cast, mail_server: MailServer) -> None:
    with on(MORNING):
        write(cast, pair(), "Good morning")
    with on("2026-11-25T08:30"):
        tasks.minute()
    (mail,) = mail_server.mails
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"].strip(" <>") in part(mail, "plain")


def test_an_empty_week_has_no_digest_and_a_full_one_three_things(cast: Cast, mail_server: MailServer) -> None:
    with on("2026-11-18T06:00"):
        mentorship = pair()
        for number in range(5):
            Action.set(mentorship, owner=cast.amina, then=f"Step {number}", due_on=date(2026, 11, 18))
        tasks.minute()
    with on("2026-11-18T08:30"):
        tasks.minute()
    mail_server.mails.clear()
    with on("2026-11-23T08:30"):
        tasks.minute()
    week = [mail for mail in mail_server.mails if mail["Subject"] == "Your week with Cairn"]
    assert [mail["To"] for mail in week] == [cast.amina.email]
    assert part(week[0], "plain").count("\n* ") == 3
    mail_server.mails.clear()
    with on("2026-11-23T08:31"):
        tasks.minute()
    assert said(mail_server) == []
