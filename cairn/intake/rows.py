"""Many rows at once. Django's `bulk_create` spends most of its time on each value of each row; an import
of five thousand people writes a million values, and two thirds of them need no preparation at all.

Only this room writes so, only inside its one transaction, and the database's own constraints hold as ever.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from django.db import connection, models

from cairn.kernel import ids

#: Rows in one statement; with up to twenty columns well below SQLite's 32,766 values.
BATCH = 800


def insert(
    model: type[models.Model],
    fields: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    update: Sequence[str] = (),
) -> int:
    """Insert rows of values in the order of `fields`; a missing "id" is made. With `update`, a row whose
    id is there already has those fields changed instead. How many rows.
    """
    if "id" not in fields:
        fields, rows = ("id", *fields), ((ids.new(), *row) for row in rows)
    prepare = [_preparing(model, name) for name in fields]
    ready = (
        tuple(
            value if change is None or value is None else change(value)
            for change, value in zip(prepare, row, strict=True)
        )
        for row in rows
    )
    if connection.vendor == "postgresql":
        return _copy(model, fields, ready, update)
    count = 0
    with connection.cursor() as cursor:
        for batch in _batches(ready):
            values = list(chain.from_iterable(batch))
            cursor.execute(_statement(model, fields, update, count=len(batch)), values)
            count += len(batch)
    return count


def _copy(
    model: type[models.Model], fields: Sequence[str], rows: Iterable[tuple[Any, ...]], update: Sequence[str]
) -> int:
    """PostgreSQL takes rows fastest as a stream; rows that change others go through a table of their own."""
    quote = connection.ops.quote_name
    table, count = quote(model._meta.db_table), 0
    target = quote(f"arriving_{model._meta.db_table}") if update else table
    with connection.cursor() as cursor:
        if update:
            cursor.execute(f"CREATE TEMPORARY TABLE {target} (LIKE {table}) ON COMMIT DROP")
        with cursor.copy(f"COPY {target} ({_columns(model, fields)}) FROM STDIN") as stream:
            for row in rows:
                stream.write_row(row)
                count += 1
        if update:
            source = f"SELECT {_columns(model, fields)} FROM {target}"  # noqa: S608 - names of models only
            cursor.execute(_statement(model, fields, update, source=source))
            cursor.execute(f"DROP TABLE {target}")
    return count


def insert_objects(objects: Sequence[models.Model], *, update: Sequence[str] = ()) -> int:
    """Insert whole objects of one model, or update those whose ids are there."""
    if not objects:
        return 0
    names = [field.attname for field in objects[0]._meta.concrete_fields]
    rows = ([getattr(row, name) for name in names] for row in objects)
    return insert(type(objects[0]), names, rows, update=update)


def _statement(
    model: type[models.Model],
    fields: Sequence[str],
    update: Sequence[str],
    *,
    count: int = 0,
    source: str = "",
) -> str:
    """The insert of so many rows of parameters, or of what a `source` selects; names come from models."""
    quote = connection.ops.quote_name
    values = ",".join([f"({','.join(['%s'] * len(fields))})"] * count)
    changed = [quote(_field(model, name).column) for name in update]
    conflict = ", ".join(f"{column} = excluded.{column}" for column in changed)
    ending = f" ON CONFLICT ({quote('id')}) DO UPDATE SET {conflict}" if update else ""
    start = f"INSERT INTO {quote(model._meta.db_table)} ({_columns(model, fields)})"
    return f"{start} {source or 'VALUES ' + values}{ending}"


def _columns(model: type[models.Model], fields: Sequence[str]) -> str:
    return ", ".join(connection.ops.quote_name(_field(model, name).column) for name in fields)


def _preparing(model: type[models.Model], name: str) -> Callable[[Any], Any] | None:
    """What a value of this field needs before it goes to the database; None where it goes as it is."""
    field = _field(model, name)
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(target, models.UUIDField):
        return None if connection.features.has_native_uuid_field else lambda value: value.hex
    if isinstance(target, models.JSONField):
        return lambda value: connection.ops.adapt_json_value(value, None)
    if isinstance(target, models.DateTimeField):
        return connection.ops.adapt_datetimefield_value
    return None


def _field(model: type[models.Model], name: str) -> Any:
    return model._meta.get_field(name)


def _batches(rows: Iterator[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    while batch := list(islice(rows, BATCH)):
        yield batch
