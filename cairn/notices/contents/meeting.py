"""News of a meeting: booked, moved, called off, near, and how it was."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.kernel import clock
from cairn.kernel.reply_address import reply_address
from cairn.meetings import state
from cairn.meetings.attendee import DECLINED, Attendee
from cairn.meetings.calendar.ics import SIGN, CalendarPart, cancellation, invitation
from cairn.meetings.meeting import Meeting
from cairn.notices.acts import act_url
from cairn.notices.addressing import address_of
from cairn.notices.contents.care import marks_of
from cairn.notices.contents.content import Content, Values
from cairn.notices.contents.wording import at_home, listed, moment, who_did
from cairn.notices.facts import Facts
from cairn.notices.notice import Notice

#: "How was it?" is no question any more after this.
ASKABLE = timedelta(days=7)


def _read(notice: Notice, facts: Facts) -> dict[str, Any] | None:
    meeting = facts.meetings.get(notice.topic)
    if meeting is None:
        return None
    return {
        "by": who_did(notice, facts),
        "by_you": notice.data.get("by") == str(notice.person_id),
        "other": listed(meeting.others(notice.person)) or _("your group"),
        "when": moment(meeting.starts_at, notice.person),
        "minutes": meeting.minutes,
        "late": notice.data.get("minutes", ""),
        "place": meeting.place,
        "programme": meeting.programme.name if meeting.programme else "",
        "link": at_home(f"/meetings/{meeting.pk}/"),
    }


def _read_with_agenda(notice: Notice, facts: Facts) -> Values | None:
    values, meeting = _read(notice, facts), facts.meetings.get(notice.topic)
    mentorship = facts.mentorship_of(notice)
    if values is None or meeting is None or mentorship is None:
        return values
    blocks = mentorship.kind.agenda.of_meeting(mentorship.times_met + 1)
    return {**values, "lines": [_block(each.title, each.share * meeting.minutes) for each in blocks]}


def _block(title: str, minutes: float) -> str:
    said = ngettext("%(n)s minute", "%(n)s minutes", round(minutes)) % {"n": round(minutes)}
    return f"{title} · {said}"


def _stands(notice: Notice, facts: Facts) -> bool:
    """Still ahead, still at the time that is told, and not declined."""
    meeting = facts.meetings.get(notice.topic)
    return meeting is not None and _is_ahead(meeting) and _comes(notice, meeting)


def _is_called_off(notice: Notice, facts: Facts) -> bool:
    meeting = facts.meetings.get(notice.topic)
    return meeting is not None and meeting.state == state.CANCELLED and meeting.starts_at > clock.now()


def _is_to_be_reviewed(notice: Notice, facts: Facts) -> bool:
    meeting = facts.meetings.get(notice.topic)
    if meeting is None or meeting.state in (state.CANCELLED, state.NO_SHOW):
        return False
    place = meeting.place_of(notice.person)
    fresh = meeting.ends_at > clock.now() - ASKABLE
    return fresh and place is not None and place.came is not False and place.reviewed_at is None


def _is_ahead(meeting: Meeting) -> bool:
    return meeting.state in state.STANDING and meeting.ends_at > clock.now()


def _comes(notice: Notice, meeting: Meeting) -> bool:
    place = meeting.place_of(notice.person)
    return place is not None and place.answer != DECLINED


def _change(notice: Notice, facts: Facts) -> Values:
    """Move it, or call it off."""
    del facts
    return {
        "more": [
            (_("Another time"), act_url(notice.person, "meeting.move", notice.topic)),
            (_("I can't make it"), act_url(notice.person, "meeting.cancel", notice.topic)),
        ]
    }


def _invite(notice: Notice, facts: Facts) -> Values:
    """The same acts, and an invitation for the reader's calendar, which can be answered from there."""
    place = facts.meetings[notice.topic].place_of(notice.person)
    return {**_change(notice, facts), **_with_calendar(place, invitation)}


def _take_back(notice: Notice, facts: Facts) -> Values:
    """The entry leaves the reader's calendar."""
    return _with_calendar(facts.meetings[notice.topic].place_of(notice.person), cancellation)


def _with_calendar(place: Attendee | None, make: Callable[..., CalendarPart]) -> Values:
    """A document for calendars, and where a plain answer goes."""
    if place is None:
        return {}
    answers = reply_address(SIGN, place.pk)
    headers = {"Reply-To": answers} if answers else {}
    return {"calendar": make(place, address=address_of(place.person)), "headers": headers}


def _say_so(notice: Notice, facts: Facts) -> Values:
    """We met; or the page, for everything else. Where it is known that they met, five marks."""
    meeting = facts.meetings[notice.topic]
    if marks := marks_of(notice, facts):
        return {"marks": marks, "link": marks[0][1].partition("?")[0]}
    place = meeting.place_of(notice.person)
    if place is None or place.tapped_at:
        return {}
    page = at_home(f"/meetings/{meeting.pk}/")
    return {
        "link": act_url(notice.person, "meeting.held", notice.topic),
        "more": [(_("It was different"), page)],
    }


BOOKED = Content(read=_read, holds=_stands, acts=_invite)
CANCELLED = Content(read=_read, holds=_is_called_off, acts=_take_back)
LATE = Content(read=_read, holds=_stands)
SOON = Content(read=_read_with_agenda, holds=_stands, acts=_change)
NOW = Content(read=_read, holds=_stands)
REVIEW = Content(read=_read, holds=_is_to_be_reviewed, acts=_say_so)
