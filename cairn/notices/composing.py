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
from cairn.notices.acts import UNSUBSCRIBE, act_url
from cairn.notices.contents.item import item
from cairn.notices.contents.table import CONTENTS
from cairn.notices.envelope import Envelope
from cairn.notices.facts import Facts
from cairn.notices.notice import Notice
from cairn.notices.rendering import Rendered, render

BUNDLE = "bundle"
STOPPABLE = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter ready to leave."""

    message: Rendered
    stop_url: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


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
        message = render(told[0].kind, {**frame, **values[0]}, language=language)
        return Composed(message, stop_url, values[0].get("headers", {}))
    items = [item(notice.kind, each) for notice, each in zip(told, values, strict=True)]
    return Composed(render(BUNDLE, {**frame, **bundled(items)}, language=language), stop_url)


def bundled(items: list[dict[str, str]]) -> dict[str, Any]:
    """What the template of several needs."""
    title = ngettext("%(n)s thing for you", "%(n)s things for you", len(items)) % {"n": len(items)}
    return {"items": items, "title": title, "why": _("You get this because it is your turn in Cairn.")}


def _values(notice: Notice, facts: Facts) -> Mapping[str, Any]:
    content = CONTENTS[notice.kind]
    return {
        **(content.read(notice, facts) or {}),
        **content.acts(notice, facts),
        "again": notice.mails > 1,
    }


def _stop_url(envelope: Envelope, told: list[Notice]) -> str:
    if not any(notice.nature.mute for notice in told):
        return ""
    return act_url(envelope.person, UNSUBSCRIBE, envelope.pk, lasts=STOPPABLE)
