"""The port by which letters leave. Which adapter stands behind it is one line in
`cairn/config/adapters.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from django.utils.module_loading import import_string

from cairn.kernel.health import Health
from cairn.meetings.calendar.ics import CalendarPart
from cairn.notices.rendering import Rendered


@dataclass(frozen=True, slots=True)
class Letter:
    """A message on its way to one address. `key` is the errand's id: the same key is the same letter.

    `unsubscribe_url` is set where the reader may stop this kind of letter; matches and sign-in have none.
    `calendar` goes along for calendar programs to read.
    """

    key: UUID
    address: str
    message: Rendered
    unsubscribe_url: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    calendar: CalendarPart | None = None


class Channel(Protocol):
    """Something that carries letters."""

    name: str

    def send(self, letter: Letter) -> None:
        """Hand the letter over. Returning means it was taken.

        Raises `journal.reaction.Refused` where it will never be taken, `InDoubt` where nobody can know, and
        anything else where it was surely not taken and should be tried later.
        """

    def health(self) -> Health:
        """Whether letters could leave now."""


def channel() -> Channel:
    """The channel this installation uses."""
    adapters: dict[str, str] = import_string("cairn.config.adapters.ADAPTERS")
    made: Channel = import_string(adapters["Channel"])()
    return made
