"""Notices as lines of a list: what each says in the reader's language, and where it leads."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.text import capfirst

from cairn.notices.contents.table import CONTENTS
from cairn.notices.facts import Facts
from cairn.notices.label import label_of
from cairn.notices.notice import Notice
from cairn.notices.rendering import part
from cairn.people.person import Person

NOWHERE = "/today/"


@dataclass(frozen=True, slots=True)
class Line:
    """`words` is what the letter would have as its subject."""

    notice: Notice
    words: str
    path: str


def lines_of(notices: Iterable[Notice], *, reader: Person) -> list[Line]:
    """All of them; the questions asked do not grow with their number."""
    found = list(notices)
    for notice in found:
        notice.person = reader
    facts = Facts(found)
    return [_line(notice, facts) for notice in found]


def _line(notice: Notice, facts: Facts) -> Line:
    """What it is about may be gone; then the line says what kind of thing it was."""
    content = CONTENTS[notice.kind]
    values = (content.brief or content.read)(notice, facts)
    if values is None:
        return Line(notice, capfirst(label_of(notice.kind)), NOWHERE)
    return Line(notice, part(notice.kind, "subject.txt", values), urlsplit(values["link"]).path)
