"""Letters over a real mail server: what arrives, and what each kind of refusal means."""

import smtplib
from dataclasses import replace
from email.message import EmailMessage

import pytest
from pytest_django import Settings

from cairn.journal.reaction import InDoubt, Refused
from cairn.kernel import ids
from cairn.notices import preview
from cairn.notices.channels import Letter, channel
from cairn.notices.mailing import Mailing
from tests.notices.conftest import MailServer


def letter(kind: str = "match_mentee", language: str = "en") -> Letter:
    return Letter(key=ids.new(), address="amina@example.org", message=preview.rendered(kind, language))


def part(mail: EmailMessage, kind: str) -> str:
    body = mail.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_what_was_written_is_what_arrives(mail_server: MailServer) -> None:
    sent = letter()
    Mailing().send(sent)
    (mail,) = mail_server.mails
    assert (mail["To"], mail["Subject"]) == ("amina@example.org", sent.message.subject)
    assert (part(mail, "plain"), part(mail, "html").strip()) == (sent.message.text, sent.message.html.strip())


def test_the_same_errand_has_the_same_message_id(mail_server: MailServer) -> None:
    sent = letter()
    Mailing().send(sent)
    Mailing().send(sent)
    assert [mail["Message-ID"] for mail in mail_server.mails] == [f"<{sent.key}@localhost>"] * 2


def test_no_machine_answers_and_programs_know_the_language(mail_server: MailServer) -> None:
    Mailing().send(letter(language="ar-xb"))
    (mail,) = mail_server.mails
    told = [mail[name] for name in ("Auto-Submitted", "Content-Language", "List-Unsubscribe")]
    assert told == ["auto-generated", "ar-xb", None]


def test_a_letter_one_may_stop_says_how_with_one_click(mail_server: MailServer) -> None:
    Mailing().send(replace(letter(), unsubscribe_url="https://cairn.example/stop/1"))
    (mail,) = mail_server.mails
    assert (mail["List-Unsubscribe"], mail["List-Unsubscribe-Post"]) == (
        "<https://cairn.example/stop/1>",
        "List-Unsubscribe=One-Click",
    )


def test_an_address_that_does_not_exist_is_refused_for_good(mail_server: MailServer) -> None:
    mail_server.recipients = "550 5.1.1 no such mailbox"
    with pytest.raises(Refused, match="smtp-550"):
        Mailing().send(letter())


def test_a_mail_the_server_never_takes_is_refused_for_good(mail_server: MailServer) -> None:
    mail_server.answer = "554 5.7.1 no"
    with pytest.raises(Refused, match="smtp-554"):
        Mailing().send(letter())


def test_a_full_mailbox_is_tried_again(mail_server: MailServer) -> None:
    mail_server.recipients = "452 4.2.2 full"
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        Mailing().send(letter())


def test_a_server_that_goes_away_in_the_middle_leaves_doubt(mail_server: MailServer) -> None:
    mail_server.answer = "421 going away"
    with pytest.raises((InDoubt, smtplib.SMTPResponseException)):
        Mailing().send(letter())


def test_a_server_that_never_answers_leaves_doubt(mail_server: MailServer, settings: Settings) -> None:
    import time

    settings.EMAIL_TIMEOUT = 1
    mail_server.on_mail = lambda _mail: time.sleep(1.5)
    with pytest.raises(InDoubt):
        Mailing().send(letter())


def test_health_says_whether_the_mail_server_answers(mail_server: MailServer, settings: Settings) -> None:
    assert channel().health().well
    settings.EMAIL_PORT = 9
    assert channel().health().code == "away"


def test_without_a_mail_server_letters_go_to_the_console(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    Mailing().send(letter())
    assert "Subject: A mentor for you: Bruno" in capsys.readouterr().out
