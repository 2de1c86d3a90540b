"""Replies by mail become messages: the sender is looked at, the quotation cut, no machine is listened to."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from io import BytesIO

import pytest
from django.core import mail
from django.test import Client
from PIL import Image
from pytest_django import Settings

from cairn.conversations.message import Message
from cairn.conversations.thread import Thread
from cairn.integrations.inbound_mail.received import Received
from cairn.integrations.inbound_mail.taking import take
from cairn.integrations.tasks import night
from cairn.kernel import clock
from cairn.kernel.reply_address import reply_address
from cairn.meetings.meeting import Meeting
from cairn.people.block import Block
from cairn.people.person import Person
from tests.cast import Cast
from tests.integrations.conftest import invited
from tests.integrations.letters import plain

AMINA = "amina@lakeside.example"


def picture() -> bytes:
    held = BytesIO()
    Image.new("RGB", (20, 20), "green").save(held, "PNG")
    return held.getvalue()


def to(thread: Thread, person: Person) -> str:
    return reply_address("t", thread.parts.get(person=person).pk)


def reply(thread: Thread, cast: Cast, words: str = "Yes, gladly.", **other: str) -> bytes:
    return plain(**{"to": to(thread, cast.amina), "who": AMINA, "words": words, **other})


def said(thread: Thread) -> list[str]:
    return [message.body for message in Message.objects.filter(thread=thread)]


@pytest.mark.django_db(transaction=True)
def test_a_reply_is_posted_and_told_to_the_other(
    thread: Thread, cast: Cast, deliver: Callable[[bytes], int]
) -> None:
    deliver(
        reply(
            thread,
            cast,
            "Tuesday suits me.\nShall I bring the slides?\n\nOn Mon, 2 Mar 2026, Cairn wrote:\n> Bruno: …\n",
        )
    )
    assert said(thread) == ["Tuesday suits me.\nShall I bring the slides?"]
    message = Message.objects.get()
    assert (message.author, message.via) == (cast.amina, "mail")


@pytest.mark.django_db
def test_an_answer_to_an_invitation_in_words_reaches_the_same_thread(
    meeting: Meeting, thread: Thread, cast: Cast
) -> None:
    assert take(plain(to=invited(meeting, cast.amina), who=AMINA, words="See you there")).code == "posted"
    assert said(thread) == ["See you there"]


@pytest.mark.django_db
def test_the_same_mail_is_posted_once(thread: Thread, cast: Cast) -> None:
    assert [take(reply(thread, cast)).code for _ in range(3)] == ["posted", "again", "again"]
    assert said(thread) == ["Yes, gladly."]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("Auto-Submitted: auto-replied", "automatic"),
        ("Auto-Submitted: auto-generated", "automatic"),
        ("Precedence: bulk", "automatic"),
        ("X-Autoreply: yes", "automatic"),
        ("List-Id: <all.lakeside.example>", "automatic"),
        ("Return-Path: <>", "automatic"),
        ("Auto-Submitted: no", "posted"),
    ],
)
def test_machines_are_not_listened_to(header: str, code: str, thread: Thread, cast: Cast) -> None:
    mail.outbox.clear()
    assert take(reply(thread, cast, more=header)).code == code
    assert said(thread) == ([] if code == "automatic" else ["Yes, gladly."])
    assert code == "posted" or mail.outbox == []  # and never answered


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["mailer-daemon@x.example", "reply@cairn.example", "cairn@localhost"])
def test_bounces_and_our_own_letters_end_here(who: str, thread: Thread, cast: Cast) -> None:
    assert take(reply(thread, cast, who=who)).code == "automatic"


@pytest.mark.django_db
def test_only_its_own_person_may_write_to_an_address(thread: Thread, cast: Cast) -> None:
    mail.outbox.clear()
    assert take(reply(thread, cast, who="bruno@lakeside.example")).code == "forged"
    assert take(reply(thread, cast, to=reply_address("t", cast.amina.pk))).code == "nobody"
    assert take(reply(thread, cast, to=reply_address("q", cast.amina.pk))).code == "nobody"
    assert (said(thread), mail.outbox) == ([], [])


@pytest.mark.django_db
def test_a_proved_second_address_is_theirs_too(thread: Thread, cast: Cast) -> None:
    from allauth.account.models import EmailAddress

    private = EmailAddress.objects.create(user=cast.amina.account, email="amina@home.example", verified=False)
    assert take(reply(thread, cast, who="Amina@home.example")).code == "forged"
    private.verified = True
    private.save()
    assert take(reply(thread, cast, who="Amina@home.example")).code == "posted"


@pytest.mark.django_db(transaction=True)
def test_a_block_holds_by_mail_too_and_the_sender_is_told_kindly(thread: Thread, cast: Cast) -> None:
    Block.objects.create(organisation=cast.amina.organisation, person=cast.bruno, blocked=cast.amina)
    mail.outbox.clear()
    assert take(reply(thread, cast)).code == "closed"
    (letter,) = mail.outbox
    assert (letter.to, said(thread)) == ([AMINA], [])
    assert "Nobody was told of your words" in letter.body


@pytest.mark.django_db(transaction=True)
def test_complaints_are_few(thread: Thread, cast: Cast) -> None:
    mail.outbox.clear()
    for number in range(8):
        assert take(reply(thread, cast, " ", key=f"empty-{number}")).code == "no_words"
    assert len(mail.outbox) == 3


def with_files(thread: Thread, cast: Cast, *files: tuple[str, bytes, str]) -> bytes:
    letter = EmailMessage()
    letter["From"], letter["To"] = AMINA, to(thread, cast.amina)
    letter["Message-ID"] = "<files@x.example>"
    letter.set_content("Here it is.")
    for name, content, kind in files:
        main, sub = kind.split("/")
        letter.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return letter.as_bytes()


@pytest.mark.django_db(transaction=True)
def test_files_go_along_by_what_they_hold(thread: Thread, cast: Cast) -> None:
    mail.outbox.clear()
    files = [("../../stone.png", picture(), "image/png"), ("run.exe", b"MZ" + b"\x00" * 90, "image/png")]
    assert take(with_files(thread, cast, *files)).code == "posted"
    message = Message.objects.get()
    assert [attached.file.name for attached in message.attachments.all()] == ["stone.jpg"]  # made anew
    told = [letter for letter in mail.outbox if letter.to == [AMINA]]
    assert [str(letter.subject) for letter in told] == ["Your mail could not be taken"]
    assert "A file was left out" in told[0].body


@pytest.mark.django_db
def test_a_suspended_account_is_nobody(thread: Thread, cast: Cast) -> None:
    account = cast.amina.account
    assert account is not None
    account.is_active = False
    account.save()
    assert take(reply(thread, cast)).code == "nobody"


@pytest.mark.django_db
def test_what_was_taken_is_forgotten_after_ninety_days(thread: Thread, cast: Cast) -> None:
    take(reply(thread, cast))
    night()
    assert Received.objects.count() == 1
    Received.objects.update(at=clock.wall() - timedelta(days=91))
    night()
    assert Received.objects.count() == 0


# --- The webhook


WEBHOOK = pytest.mark.urls("cairn.integrations.inbound_mail.urls")


def hand_over(raw: bytes, **headers: str) -> tuple[int, str]:
    answer = Client(enforce_csrf_checks=True).post(
        "/mail/", raw, content_type="message/rfc822", headers=headers
    )
    return answer.status_code, answer.content.decode()


@WEBHOOK
@pytest.mark.django_db
def test_a_mail_server_may_hand_a_mail_over(thread: Thread, cast: Cast) -> None:
    shown = {"Authorization": "Bearer a long shared word"}
    assert hand_over(reply(thread, cast), **shown) == (200, "posted: The words are posted.\n")
    basic = {"Authorization": "Basic Y2Fpcm46YSBsb25nIHNoYXJlZCB3b3Jk"}
    assert hand_over(reply(thread, cast), **basic)[0] == 200


@WEBHOOK
@pytest.mark.django_db
@pytest.mark.parametrize("shown", ["", "Bearer", "Bearer wrong", "Basic !!!", "Bearer a long shared wor"])
def test_without_the_secret_nothing_is_read(shown: str, thread: Thread, cast: Cast) -> None:
    assert hand_over(reply(thread, cast), **({"Authorization": shown} if shown else {}))[0] == 403
    assert said(thread) == []


@WEBHOOK
@pytest.mark.django_db
def test_where_no_secret_is_set_none_opens(settings: Settings, thread: Thread, cast: Cast) -> None:
    settings.INBOUND_SECRET = ""
    assert hand_over(reply(thread, cast), Authorization="Bearer ")[0] == 403
    assert hand_over(reply(thread, cast), Authorization="Basic Og==")[0] == 403
