"""Letters by e-mail, over whatever mail backend EMAIL_URL names; without it, the console."""

import smtplib
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from cairn.journal.reaction import InDoubt, Refused
from cairn.kernel.health import Health
from cairn.meetings.calendar.ics import CalendarPart
from cairn.notices.channels import Letter

PERMANENT = 500


class Mailing:
    """E-mail. A mail has no idempotency key, but its Message-ID is the errand's: mail programs show one of
    two.
    """

    name = "email"

    def send(self, letter: Letter) -> None:
        """Hand it to the mail server; see `Channel.send` for what is raised."""
        try:
            _mail(letter).send()
        except smtplib.SMTPRecipientsRefused as refusal:
            _refuse_if_permanent(refusal, *(code for code, _ in refusal.recipients.values()))
        except smtplib.SMTPResponseException as refusal:
            _refuse_if_permanent(refusal, refusal.smtp_code)
        except (smtplib.SMTPServerDisconnected, TimeoutError) as silence:
            raise InDoubt from silence

    def health(self) -> Health:
        """Whether the mail server answers; the console and memory always do."""
        try:
            connection = get_connection(timeout=3)
            connection.open()
            connection.close()
        except (OSError, smtplib.SMTPException):
            return Health("mail", "away")
        return Health("mail")


def _mail(letter: Letter) -> EmailMultiAlternatives:
    message = letter.message
    mail = EmailMultiAlternatives(
        message.subject, message.text, to=[letter.address], headers=_headers(letter)
    )
    mail.attach_alternative(message.html, "text/html")
    if letter.calendar is not None:
        _add_calendar(mail, letter.calendar)
    return mail


def _add_calendar(mail: EmailMultiAlternatives, part: CalendarPart) -> None:
    """As one more way to read the letter, which programs offer to answer, and as a file for those that do
    not (RFC 6047, 2.4).
    """
    document = part.content.decode().replace("\r\n", "\n")
    mail.attach_alternative(document, f"text/calendar; method={part.method}")
    mail.attach("invite.ics", part.content, "application/ics")


def _headers(letter: Letter) -> dict[str, str]:
    headers = {
        "Message-ID": f"<{letter.key}@{urlsplit(settings.BASE_URL).hostname}>",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "Content-Language": letter.message.language,
        **letter.headers,
    }
    if letter.unsubscribe_url:
        headers["List-Unsubscribe"] = f"<{letter.unsubscribe_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def _refuse_if_permanent(refusal: smtplib.SMTPException, *codes: int) -> None:
    """5xx is for ever, 4xx for now (RFC 5321, 4.2.1)."""
    if codes and min(codes) >= PERMANENT:
        raise Refused(f"smtp-{min(codes)}") from refusal
    raise refusal
