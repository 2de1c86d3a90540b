"""What most contents need: a name in a sentence, a moment on the reader's clock, a link into the house."""

from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.utils import formats
from django.utils.translation import gettext as _

from cairn.kernel.text import first_name_of, isolated
from cairn.notices.addressing import zone_of
from cairn.notices.facts import Facts
from cairn.notices.notice import Notice
from cairn.people.person import Person


def called(person: Person | None) -> str:
    """The name for a sentence; somebody who is gone is somebody."""
    return isolated(first_name_of(person.name)) if person else _("somebody")


def who_did(notice: Notice, facts: Facts) -> str:
    """The name of who did what is told."""
    by = notice.data.get("by")
    return called(facts.people.get(UUID(by)) if by else None)


def listed(people: list[Person]) -> str:
    """Names in a row: Bruno, Chen."""
    return ", ".join(called(person) for person in people)


def moment(at: datetime, reader: Person) -> str:
    """Weekday, day and hour where the reader lives, with the zone's name."""
    zone = zone_of(reader)
    here = at.astimezone(zone)
    return f"{formats.date_format(here, 'DATETIME_FORMAT')} ({zone.key.replace('_', ' ')})"


def day(on: date) -> str:
    """Weekday and day."""
    return str(formats.date_format(on, "DATE_FORMAT"))


def at_home(path: str) -> str:
    """The whole address of one of our pages."""
    return f"{settings.BASE_URL}{path}"
