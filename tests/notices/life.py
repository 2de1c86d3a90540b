"""Amina and Bruno, who met through Cairn, and the hours at which things are told."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from django.core import mail

from cairn.kernel import clock, ids
from cairn.mentorships.agreement import Agreement
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.terms import Terms
from cairn.notices.notice import Notice
from cairn.notices.tasks import minute
from cairn.people.person import Person
from cairn.programmes.enrolment import Enrolment

#: A Wednesday. Lagos, where Amina lives, is an hour ahead: her letters leave at 08:30 and 15:00 UTC.
MORNING = "2026-11-25T06:00"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@contextmanager
def on(text: str) -> Iterator[None]:
    """The clock stands still at a moment of UTC."""
    with clock.moved(to=at(text)):
        yield


def tick(text: str) -> list[str]:
    """The minute tick at a moment; the subjects of what left, in order."""
    mail.outbox.clear()
    with on(text):
        minute()
    return subjects()


def subjects() -> list[str]:
    return [str(letter.subject) for letter in mail.outbox]


def told() -> list[tuple[str, str]]:
    return sorted((letter.to[0].split("@")[0], str(letter.subject)) for letter in mail.outbox)


def pair(format: str = "one-to-one") -> Mentorship:
    """They began. What care asks at the beginning has tests of its own, and stays out of these."""
    places = {place.side: place for place in Enrolment.objects.select_related("person", "programme")}
    begun = Mentorship.begin(
        mentor=places["mentor"], mentee=places["mentee"], origin=ids.new(), format=format
    )
    Notice.objects.filter(kind="check_asked").delete()
    return begun


def propose(mentorship: Mentorship, by: Person) -> Agreement:
    """A new version of their agreement."""
    return Agreement.propose(mentorship, by=by, terms=Terms())


def links(letter: object) -> list[str]:
    """The one-click links of a letter, as paths."""
    return re.findall(r"https?://[^/\s]+(/answer/[^\s]+)", str(getattr(letter, "body", letter)))
