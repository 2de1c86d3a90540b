"""Somebody who acts, and a table for what came of it."""

import uuid
from collections.abc import Callable, Iterator

import pytest
from django.db import connection, transaction

from cairn.accounts.organisation import Organisation
from cairn.config.reactions import REACTIONS
from cairn.journal.entry import Entry
from cairn.journal.recording import record
from tests.journal import reacting


@pytest.fixture
def effect_table(transactional_db: None) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(reacting.TABLE)
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE effect")


@pytest.fixture
def happen(effect_table: None, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Entry]:
    """`happen("count", "fail")` records an entry that owes these reactions."""

    def act(*reactions: str) -> Entry:
        paths = tuple(f"tests.journal.reacting.{name}" for name in reactions)
        monkeypatch.setitem(REACTIONS, "stone.laid", paths)
        with transaction.atomic():
            stone = Organisation.objects.create(name="Stones", slug=f"stones-{uuid.uuid4().hex[:8]}")
            return record("stone.laid", organisation=stone, actor=None, subject=stone)

    return act
