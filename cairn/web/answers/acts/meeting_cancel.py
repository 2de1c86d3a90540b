"""Call a meeting off."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from cairn.web.answers.acts.act import Shown
from cairn.web.answers.acts.meeting import MeetingAct


class MeetingCancel(MeetingAct):
    """No reason is asked for."""

    def show(self, asked: Mapping[str, str]) -> Shown:
        """What would be called off."""
        del asked
        return Shown(
            heading=_("You can't make it?"),
            lead=_("Nothing has happened yet. Press the button and we tell %(name)s; nobody asks why.")
            % {"name": self.names()},
            button=_("Call it off"),
            facts=[(_("With"), self.names()), (_("When"), self.when(self.row.starts_at))],
            page=self.page(),
        )

    def do(self, given: Any) -> str:
        """Everybody's time is theirs again."""
        del given
        self.row.cancel(by=self.person)
        return _("Called off. We told %(name)s. You can find another time whenever it suits you.") % {
            "name": self.names()
        }
