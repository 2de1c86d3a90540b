"""Move a meeting to another time that suits everybody."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from cairn.meetings.refusal import Refused
from cairn.notices.acts import moment_of
from cairn.web.answers.acts.act import Shown
from cairn.web.answers.acts.meeting import MeetingAct
from cairn.web.answers.acts.times import as_choices, times_for_meeting


class MeetingMove(MeetingAct):
    """Choose a new time."""

    def show(self, asked: Mapping[str, str]) -> Shown:
        """Times it could move to."""
        times = times_for_meeting(self.row)
        return Shown(
            heading=_("Another time with %(name)s") % {"name": self.names()},
            lead=_("It stands on %(when)s until you press the button.")
            % {"when": self.when(self.row.starts_at)}
            if times
            else _("We found no other time in the next three weeks that suits everybody."),
            button=_("Move it there") if times else "",
            legend=_("Times that suit everybody, on your clock"),
            choices=as_choices(times, self.zone(), chosen=moment_of(asked.get("at", ""))),
            page=self.page(),
        )

    def do(self, given: Any) -> str:
        """Move it; the old time is free again."""
        at = moment_of(given.get("choice", ""))
        if at is None:
            raise Refused("no_time", _("Please choose a time."))
        self.row.reschedule(at, by=self.person)
        return _("Moved: you meet %(name)s on %(when)s. Everybody has a mail with it.") % {
            "when": self.when(at),
            "name": self.names(),
        }
