"""What came of an answer from somebody's calendar: a code for programs and one sentence for people."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: Something changed, or was so already.
CHANGED = frozenset({"accepted", "declined", "tentative", "moved"})

SENTENCES: dict[str, str | Promise] = {
    "accepted": _("Your yes is noted."),
    "declined": _("Your no is noted."),
    "tentative": _("Your “maybe” is noted."),
    "moved": _("The meeting is moved. The others were told."),
    "stale": _("It answers an older time of the meeting. Nothing was changed; the newest invitation counts."),
    "unknown": _("It is about a meeting we do not know. Nothing was changed."),
    "forged": _("It does not come from the person who was invited. Nothing was changed."),
    "no_answer": _("There is no answer in it. Nothing was changed."),
    "no_time": _("It proposes a time that is over, too far away, or none. Nothing was changed."),
    "not_free": _("Somebody else is not free at the time you proposed. The meeting stays where it was."),
    "whole_series": _("A whole series cannot be moved by mail. Move single meetings, or open its page."),
    "not_for_us": _("It asks for something we do not do by mail. Nothing was changed."),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """`said` overrides the sentence where the house itself refused."""

    code: str
    said: str | Promise = ""

    @property
    def changed(self) -> bool:
        """Whether the answer was taken."""
        return self.code in CHANGED

    @property
    def sentence(self) -> str:
        """In the language that is active."""
        return str(self.said or SENTENCES[self.code])
