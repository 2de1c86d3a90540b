"""What the kinds of messages are called, where people choose among them."""

from django.utils.translation import gettext as _


def label_of(kind: str) -> str:
    """A few words, in the language that is active."""
    return {
        "digest": _("your week at a glance"),
        "meeting_soon": _("a meeting tomorrow"),
        "meeting_now": _("a meeting in ten minutes"),
        "meeting_review": _("how a meeting was"),
        "action_check": _("what you wanted to do"),
        "message_posted": _("new messages"),
        "mail_not_taken": _("a mail of yours that could not be taken"),
        "check_asked": _("a few short questions"),
        "signal_raised": _("what could help you both"),
        "rescue_words": _("a word from your coordinator"),
        "meeting_booked": _("a meeting that was booked"),
        "meeting_moved": _("a meeting that was moved"),
        "meeting_cancelled": _("a meeting that was called off"),
        "meeting_late": _("somebody who will be late"),
        "agreement_proposed": _("an agreement to read"),
        "mentorship_paused": _("a break"),
        "mentorship_resumed": _("the end of a break"),
        "mentorship_closing": _("rounding off"),
        "mentorship_ended": _("the end of a mentorship"),
        "match_mentee": _("a mentor for you"),
        "match_mentor": _("a mentee for you"),
        "match_awaits": _("a card that waits for your answer"),
        "match_closed": _("a match that does not begin"),
        "match_begun": _("a mentorship that begins"),
    }.get(kind, kind)
