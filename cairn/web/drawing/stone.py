"""A person's stone: the same eight colours and five outlines everywhere, chosen by their id."""

from hashlib import blake2b
from typing import Protocol

from django.utils.html import format_html
from django.utils.safestring import SafeString

from cairn.kernel.text import initials

COLOURS = 8
OUTLINES = 5


class Named(Protocol):
    """Anyone with an id and a name: a Person, an Account's person, a row of a list."""

    id: object
    name: str


def classes_of(key: object) -> str:
    """The colour and outline of an id; stable over restarts, machines and versions."""
    return f"stone--c{colour_of(key)} stone--s{_digest(key)[1] % OUTLINES + 1}"


def colour_of(key: object) -> int:
    """The colour alone, 1 to 8, for stones drawn in a picture."""
    return _digest(key)[0] % COLOURS + 1


def _digest(key: object) -> bytes:
    return blake2b(str(key).encode(), digest_size=2).digest()


def stone(person: Named | str | None, *, size: str = "") -> SafeString:
    """The avatar. Hidden from readers of the screen, since the name always stands beside it."""
    if person is None:
        return format_html('<span class="stone stone--open{}" aria-hidden="true">?</span>', _size(size))
    name = person if isinstance(person, str) else person.name
    key = name if isinstance(person, str) else person.id
    template = '<span class="stone {}{}" aria-hidden="true" translate="no">{}</span>'
    return format_html(template, classes_of(key), _size(size), initials(name))


def _size(size: str) -> str:
    return f" stone--{size}" if size else ""
