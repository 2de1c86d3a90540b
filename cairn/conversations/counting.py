"""How much was written and when: what coordinators, health and rescue may know of a thread, and all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max, Min

from cairn.conversations.message import Message


@dataclass(slots=True)
class Exchange:
    """Counts and dates of one origin's threads. `by` is person id → number of messages."""

    count: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None
    by: dict[UUID, int] = field(default_factory=dict)


def exchanges_for(origins: Iterable[UUID], *, since: datetime | None = None) -> dict[UUID, Exchange]:
    """Of many origins at once, since a moment or since ever; one query. Silent ones are left out."""
    messages = Message.objects.filter(thread__origin__in=list(origins))
    if since is not None:
        messages = messages.filter(sent_at__gte=since)
    told: dict[UUID, Exchange] = defaultdict(Exchange)
    rows = messages.order_by().values_list("thread__origin", "author")
    for origin, author, count, first, last in rows.annotate(Count("id"), Min("sent_at"), Max("sent_at")):
        exchange = told[origin]
        exchange.count += count
        exchange.by[author] = exchange.by.get(author, 0) + count
        exchange.first_at = min(filter(None, (exchange.first_at, first)))
        exchange.last_at = max(filter(None, (exchange.last_at, last)))
    return dict(told)
