"""Recording: the one way into the journal."""

import re
import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import models, transaction

from cairn.journal.entry import Entry
from cairn.journal.errand import Errand
from cairn.journal.reaction import owed_for, reaction_at
from cairn.journal.starting import start_errands
from cairn.kernel import clock

_VERB = re.compile(r"[a-z_]+(\.[a-z_]+)+")
# Codes, ids, zone names, versions; no blank, no @ and nothing beyond ASCII, so neither a sentence nor an
# address fits.
_CODE = re.compile(r"[A-Za-z0-9_.:/+#-]{0,120}")


class NotInATransaction(RuntimeError):
    """The act and its entry must commit together; wrap the verb in `transaction.atomic`."""


class WordsInTheJournal(ValueError):
    """Only ids and codes may be recorded; the words stay in the row they belong to."""


def record(
    verb: str,
    *,
    organisation: Any,
    actor: Any,
    subject: models.Model,
    data: Mapping[str, object] | None = None,
    privacy: str = "P2",
) -> Entry:
    """Write one entry and the errands it owes; they run once the transaction has committed.

    `organisation` and `actor` are rows or ids (actor None: the house itself, such as a tick). `data` may hold
    ids, codes, numbers, dates, booleans and lists or mappings of them. Raises NotInATransaction,
    WordsInTheJournal.
    """
    if not transaction.get_connection().in_atomic_block:
        raise NotInATransaction(verb)
    if not _VERB.fullmatch(verb):
        message = f"{verb!r} is not a verb: thing.done, in lower case"
        raise ValueError(message)
    entry = Entry.everything.create(
        organisation_id=organisation.pk if isinstance(organisation, models.Model) else organisation,
        verb=verb,
        actor_id=actor.pk if isinstance(actor, models.Model) else actor,
        subject_kind=subject._meta.label_lower,
        subject_id=subject.pk,
        data={key: _code(value, key) for key, value in (data or {}).items()},
        privacy=privacy,
        shift=round(clock.shift().total_seconds()),
    )
    _owe(entry)
    return entry


def _owe(entry: Entry) -> None:
    errands = [
        Errand(entry=entry, reaction=path, target=str(target))
        for path in owed_for(entry.verb)
        for target in dict.fromkeys(reaction_at(path).targets(entry))
    ]
    if errands:
        Errand.objects.bulk_create(errands)
        transaction.on_commit(lambda: start_errands(entry.pk), robust=True)


def _code(value: object, key: str) -> object:
    """The value as JSON holds it; refuses anything that could be a sentence."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(_code(str(inner), key)): _code(item, key) for inner, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_code(item, key) for item in value]
    if isinstance(value, str) and _CODE.fullmatch(value):
        return str(value)
    raise WordsInTheJournal(key)
