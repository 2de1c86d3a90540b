"""A process that books a time and is killed in the middle; `test_killing.py` starts it."""

import os
import signal
import sys
from datetime import timedelta
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.config.settings")
django.setup()

from cairn.accounts.organisation import Organisation  # noqa: E402 - models load after Django's set-up
from cairn.journal.entry import Entry  # noqa: E402
from cairn.kernel import clock  # noqa: E402
from cairn.meetings.booking import book  # noqa: E402
from cairn.meetings.day_place import DayPlace  # noqa: E402
from cairn.meetings.meeting import Meeting  # noqa: E402
from cairn.meetings.taken import Taken  # noqa: E402
from cairn.people.person import Person  # noqa: E402


def prepare() -> None:
    """Two people."""
    home = Organisation.objects.create(name="Lakeside", slug="lakeside")
    for name in ("Amina Diallo", "Bruno Ferreira"):
        Person.objects.create(organisation=home, name=name)


def reach() -> Meeting:
    """The time they want, whatever their hours."""
    people = list(Person.objects.order_by("name"))
    at = clock.now().replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=3)
    return book(people=people, at=at, minutes=30, by=people[0], anywhen=True)


def die(*, after: str) -> None:
    """Book, and be killed once the quarters, or the whole meeting, are written but not committed."""
    if after == "quarters":
        DayPlace.objects.bulk_create = kill  # type: ignore[method-assign]  # it dies between two tables
    else:
        Meeting.record = kill  # type: ignore[method-assign]  # it dies before the entry
    reach()


def kill(*_args: Any, **_more: Any) -> Any:
    """As the kernel does it."""
    os.kill(os.getpid(), signal.SIGKILL)


def say() -> None:
    """Say what there is, book, and say it again."""
    before = (Meeting.objects.count(), Taken.objects.count())
    reach()
    after = (
        Meeting.objects.count(),
        Taken.objects.count(),
        Entry.objects.filter(verb="meeting.booked").count(),
    )
    print(*before, *after)  # noqa: T201 - the test reads it


if __name__ == "__main__":
    acts = {
        "prepare": prepare,
        "die-quarters": lambda: die(after="quarters"),
        "die-meeting": lambda: die(after="meeting"),
        "say": say,
    }
    acts[sys.argv[1]]()
