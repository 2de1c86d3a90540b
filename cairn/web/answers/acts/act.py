"""An act somebody may do by a link from a letter: what the page shows, and what its button does."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Self
from zoneinfo import ZoneInfo

from django.utils import formats

from cairn.care.refusal import Refused as RefusedByCare
from cairn.matching.refusal import Refused as RefusedByMatching
from cairn.meetings.refusal import Refused as RefusedByMeetings
from cairn.mentorships.refusal import Refused as RefusedByMentorships
from cairn.notices.addressing import zone_of
from cairn.people.passes import Pass
from cairn.people.person import Person

#: Why an act may not be done after all; each says so in a kind sentence, and nothing was changed.
REFUSALS = (RefusedByCare, RefusedByMatching, RefusedByMeetings, RefusedByMentorships)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers; `more` stands small beneath it."""

    value: str
    label: str
    more: str = ""
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page says. `choices` are one of (`many`: any of), sent as `choice`; `facts` are (name, words);
    `page` is where the whole of it can be read, after signing in.
    """

    heading: str
    lead: str
    button: str
    facts: list[tuple[str, str]] = field(default_factory=list)
    legend: str = ""
    choices: list[Choice] = field(default_factory=list)
    many: bool = False
    page: str = "/today/"


@dataclass(frozen=True)
class Act:
    """One pass and the row it is about. Subclasses say what can be done with it."""

    held: Pass
    row: Any
    template: ClassVar[str] = "answers/act.html"
    #: Whether a mail program may do it for its user with one click and no page (RFC 8058).
    by_program: ClassVar[bool] = False

    @property
    def person(self) -> Person:
        """Whoever the link was written for."""
        return self.held.person

    @classmethod
    def find(cls, held: Pass) -> Self | None:
        """The act, while it can still be done; it asks through what the person may see."""
        raise NotImplementedError

    def show(self, asked: Mapping[str, str]) -> Shown:
        """The page, with what the link already chose filled in; changes nothing."""
        raise NotImplementedError

    def do(self, given: Any) -> str:
        """Do it; returns what to tell the person. Raises one of REFUSALS, and then nothing was changed."""
        raise NotImplementedError

    def zone(self) -> ZoneInfo:
        """The clock hours are told by: nobody is signed in, but the link knows whose it is."""
        return zone_of(self.person)

    def when(self, at: datetime) -> str:
        """A moment on that clock."""
        return str(formats.date_format(at.astimezone(self.zone()), "DATETIME_FORMAT"))
