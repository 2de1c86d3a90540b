"""The terms of an agreement, before they are a version; pre-filled from the format, so that two taps do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cairn.mentorships.refusal import Refused

if TYPE_CHECKING:
    from cairn.programmes.format import Format

RHYTHM, MINUTES, RESPONSE = (1, 365), (5, 480), (1, 30)
USUAL_RHYTHM = 14
#: The words an agreement may hold, each a few lines long.
WORDS = ("purpose", "preparation", "needs")
MOST_LETTERS = 600


@dataclass(frozen=True, slots=True)
class Terms:
    """Days between meetings, minutes of one, the channel as a code, working days within which one answers,
    whether notes are shared, whether a recording may be asked for, the last day, and the words.
    """

    rhythm_days: int = USUAL_RHYTHM
    minutes: int = 45
    channel: str = "video"
    response_days: int = 2
    notes_shared: bool = True
    recording: bool = False
    ends_on: date | None = None
    words: Mapping[str, str] = field(default_factory=dict)

    def columns(self) -> dict[str, Any]:
        """As a version keeps them; words that were left empty are not kept."""
        plain = asdict(self)
        words = {key: said.strip()[:MOST_LETTERS] for key, said in plain.pop("words").items() if key in WORDS}
        return {**plain, "terms": {key: said for key, said in words.items() if said} or None}

    def refuse_unless_sane(self, *, today: date) -> None:
        """Numbers people can mean, and a last day that is still to come."""
        numbers = ((self.rhythm_days, RHYTHM), (self.minutes, MINUTES), (self.response_days, RESPONSE))
        if not all(low <= number <= high for number, (low, high) in numbers):
            raise Refused("terms_out_of_bounds", _("One of these numbers is too small or too large."))
        if self.ends_on and not today < self.ends_on <= today + timedelta(days=800):
            raise Refused("last_day", _("The last day has to be in the future, within two years."))


def prefilled(format: Format, *, ends_on: date | None) -> Terms:
    """What the format suggests; where words are strictly private, notes are one's own."""
    return Terms(
        rhythm_days=format.days_after(1) or USUAL_RHYTHM,
        minutes=format.minutes,
        notes_shared=format.privacy != "strict",
        ends_on=ends_on,
    )
