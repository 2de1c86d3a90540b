"""Which content each kind of message has."""

from collections.abc import Mapping

from cairn.notices.contents import action, care, digest, life, mailed, match, meeting, message
from cairn.notices.contents.content import Content

CONTENTS: Mapping[str, Content] = {
    "match_mentee": match.CARD,
    "match_mentor": match.CARD,
    "match_awaits": match.TURN,
    "match_closed": match.NEWS,
    "match_begun": match.BEGUN,
    "digest": digest.DIGEST,
    "meeting_booked": meeting.BOOKED,
    "meeting_moved": meeting.BOOKED,
    "meeting_cancelled": meeting.CANCELLED,
    "meeting_late": meeting.LATE,
    "meeting_soon": meeting.SOON,
    "meeting_now": meeting.NOW,
    "meeting_review": meeting.REVIEW,
    "action_check": action.CHECK,
    "agreement_proposed": life.AGREEMENT,
    "mentorship_paused": life.NEWS,
    "mentorship_resumed": life.NEWS,
    "mentorship_closing": life.CLOSING_NEWS,
    "mentorship_ended": life.ENDED,
    "mail_not_taken": mailed.NOT_TAKEN,
    "message_posted": message.POSTED,
    "signal_raised": care.SIGNAL,
    "rescue_words": care.WORDS,
    "check_asked": care.QUESTIONS,
}
