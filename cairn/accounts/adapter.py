"""How allauth meets our accounts: one spelling of an address, and a mail server that is away is not an error
page.
"""

import logging
import smtplib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter

from cairn.accounts.account import clean_email

log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Sign-in by address and password, or by a mailed code; known and unknown addresses get the same
    answers.
    """

    def clean_email(self, email: str) -> str:
        """The one spelling."""
        return clean_email(super().clean_email(email))

    def format_email_subject(self, subject: str) -> str:
        """As the message has it; the sender already says who writes."""
        return subject

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send, or log that the mail server is away: the page must read the same for every address."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, smtplib.SMTPException) as fault:
            log.exception("a sign-in mail could not be sent: %s", type(fault).__name__)
