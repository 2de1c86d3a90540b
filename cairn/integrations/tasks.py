"""What this room does by itself: the mailbox and people's calendars each minute, clearing each night."""

from cairn.integrations.busy_ics.looking import look_into_due
from cairn.integrations.inbound_mail.polling import poll
from cairn.integrations.inbound_mail.received import Received
from cairn.kernel import clock


def minute() -> None:
    """Answers first: somebody waits for them."""
    poll()
    look_into_due()


def night() -> None:
    """Mails that were taken long ago need not be remembered."""
    Received.objects.outdated(clock.wall()).delete()
