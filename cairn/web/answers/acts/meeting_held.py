"""Say whether a meeting took place."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from cairn.kernel import clock
from cairn.meetings.meeting import Meeting
from cairn.meetings.state import STANDING
from cairn.people.passes import Pass
from cairn.web.answers.acts.act import Choice, Shown
from cairn.web.answers.acts.meeting import MeetingAct

YES, NO = "yes", "no"


class MeetingHeld(MeetingAct):
    """We met, or it did not happen."""

    @classmethod
    def rows(cls, held: Pass) -> Any:
        """Begun, and not told by this person yet."""
        begun = Meeting.objects.of_person(held.person).filter(starts_at__lte=clock.now(), state__in=STANDING)
        return begun.filter(attendees__person=held.person, attendees__tapped_at=None).with_people()

    def show(self, asked: Mapping[str, str]) -> Shown:
        """The two answers."""
        return Shown(
            heading=_("Did you meet %(name)s?") % {"name": self.names()},
            lead=_("It was planned for %(when)s.") % {"when": self.when(self.row.starts_at)},
            button=_("Send"),
            legend=_("Your answer"),
            choices=[
                Choice(YES, _("Yes, we met"), checked=asked.get("choice") != NO),
                Choice(NO, _("It did not happen"), checked=asked.get("choice") == NO),
            ],
            page=self.page(),
        )

    def do(self, given: Any) -> str:
        """Write it down."""
        if given.get("choice") == NO:
            self.row.object(self.person)
            return _("Noted: it did not happen. That is nobody's fault; the next step is a new time.")
        self.row.tap_held(self.person)
        return _("Noted: you met. That is what counts.")
