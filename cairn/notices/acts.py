"""One-click acts: a link in a letter that shows on GET what it would do and does it on POST, once.

What a purpose does is decided where pages are made, in `cairn/web/answers/acts/`.
"""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings

from cairn.people.passes import Pass
from cairn.people.person import Person

ANSWERABLE = timedelta(days=60)
UNSUBSCRIBE = "unsubscribe"
#: How links and forms write a moment, in UTC.
SPELLING = "%Y%m%dT%H%MZ"


def act_url(
    person: Person, purpose: str, subject: UUID, *, lasts: timedelta = ANSWERABLE, **chosen: str | int
) -> str:
    """A fresh link, signed for this person. `chosen` only fills in the page that the link opens."""
    token = Pass.issue(person=person, purpose=purpose, subject=subject, lasts=lasts)
    return choosing(f"{settings.BASE_URL}/answer/{token}/", **chosen)


def choosing(url: str, **chosen: str | int) -> str:
    """The same link with another choice filled in: five marks in a letter share one signature."""
    return f"{url}?{urlencode(chosen)}" if chosen else url


def spelled(at: datetime) -> str:
    """A moment as a link says it."""
    return at.astimezone(UTC).strftime(SPELLING)


def moment_of(text: str) -> datetime | None:
    """The moment of such a text; None for anything else."""
    try:
        return datetime.strptime(text, SPELLING).replace(tzinfo=UTC)
    except ValueError:
        return None
