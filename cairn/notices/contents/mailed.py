"""A mail somebody sent us could not be taken: why, and where it can be done instead."""

from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cairn.meetings.attendee import Attendee
from cairn.meetings.calendar.ics import refusal_of_counter
from cairn.meetings.calendar.outcome import SENTENCES as OF_MEETINGS
from cairn.meetings.calendar.reading import SENTENCES as OF_CALENDARS
from cairn.notices.addressing import address_of
from cairn.notices.contents.content import Content, Values
from cairn.notices.contents.wording import at_home
from cairn.notices.facts import Facts
from cairn.notices.notice import Notice

#: A counter that was not taken: their calendar puts the entry back where it was.
_COUNTERS = frozenset({"not_free", "taken", "day_full", "no_time"})
_SENTENCES: dict[str, str | Promise] = {
    "file_left_out": _(
        "Your words are posted. A file was left out: it is too large, or of a kind we do not take."
    ),
    "closed": _("Nothing can be written there any more. Nobody was told of your words."),
    "too_long": _("Your words are longer than 10,000 letters. Send them in two mails."),
    "no_words": _("We found no words of yours in it."),
    "taken": OF_MEETINGS["not_free"],
    "day_full": _("One of you has no room for another meeting on that day."),
    **OF_MEETINGS,
    **OF_CALENDARS,
}
_ELSE = _("It asks for something that is not possible now. Nothing was changed.")


def _read(notice: Notice, facts: Facts) -> Values:
    del facts
    page = "meetings" if notice.data.get("place") else "talk"
    said = _SENTENCES.get(str(notice.data.get("code")), _ELSE)
    return {"said": str(said), "link": at_home(f"/{page}/{notice.topic}/")}


def _acts(notice: Notice, facts: Facts) -> Values:
    del facts
    if notice.data.get("code") not in _COUNTERS or not notice.data.get("place"):
        return {}
    rows = Attendee.objects.select_related("meeting__series", "meeting__mentorship", "person")
    place = rows.filter(pk=UUID(notice.data["place"])).first()
    if place is None:
        return {}
    return {"calendar": refusal_of_counter(place, address=address_of(notice.person))}


NOT_TAKEN = Content(read=_read, acts=_acts)
