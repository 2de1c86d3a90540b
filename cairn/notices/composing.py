"""Making one letter out of what an envelope holds: a message alone, or several as a list, each with its one
button.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.kernel.text import first_name_of
from cairn.meetings.calendar.ics import CalendarPart
from cairn.notices.acts import UNSUBSCRIBE, act_url
from cairn.notices.contents.item import item
from cairn.notices.contents.table import CONTENTS
from cairn.notices.envelope import Envelope
from cairn.notices.facts import Facts
from cairn.notices.notice import Notice
from cairn.notices.rendering import Rendered, render

BUNDLE, NEUTRAL = "bundle", "neutral"
STOPPABLE = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter ready to leave."""

    message: Rendered
    stop_url: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    calendar: CalendarPart | None = None


def compose(envelope: Envelope, told: list[Notice], facts: Facts, *, language: str) -> Composed:
    """With the reader's language active, since values hold words already."""
    stop_url = _stop_url(envelope, told)
    frame = {
        "you": first_name_of(envelope.person.name),
        "stop_url": stop_url,
        "habits_url": f"{settings.BASE_URL}/me/notices/" if stop_url else "",
    }
    values = [_values(notice, facts) for notice in told]
    if len(told) == 1:
        message = render(_spoken(told[0], facts), {**frame, **values[0]}, language=language)
        return Composed(message, stop_url, values[0].get("headers", {}), values[0].get("calendar"))
    items = [item(_spoken(notice, facts), each) for notice, each in zip(told, values, strict=True)]
    return Composed(render(BUNDLE, {**frame, **bundled(items)}, language=language), stop_url)


def bundled(items: list[dict[str, str]]) -> dict[str, Any]:
    """What the template of several needs."""
    title = ngettext("%(n)s thing for you", "%(n)s things for you", len(items)) % {"n": len(items)}
    return {"items": items, "title": title, "why": _("You get this because it is your turn in Cairn.")}


def _values(notice: Notice, facts: Facts) -> Mapping[str, Any]:
    """What its templates need; where people agreed on quiet letters, a link and nothing else."""
    content = CONTENTS[notice.kind]
    read, again = content.read(notice, facts) or {}, {"again": notice.mails > 1}
    if facts.is_neutral(notice):
        return {"link": read["link"], **again}
    return {**read, **content.acts(notice, facts), **again}


def _spoken(notice: Notice, facts: Facts) -> str:
    """The kind whose words are said: where letters are quiet, the one that says nothing."""
    return NEUTRAL if facts.is_neutral(notice) else notice.kind


def _stop_url(envelope: Envelope, told: list[Notice]) -> str:
    if not any(notice.nature.mute for notice in told):
        return ""
    return act_url(envelope.person, UNSUBSCRIBE, envelope.pk, lasts=STOPPABLE)
