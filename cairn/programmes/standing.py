"""Where somebody stands, asked once while one page is made."""

from collections import defaultdict
from functools import cache, cached_property
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import CharField, F, QuerySet, UUIDField, Value

from cairn.people.block import Block
from cairn.people.person import Person
from cairn.people.role import ADMINISTRATOR, Role
from cairn.programmes.coordination import Coordination
from cairn.programmes.enrolment import Enrolment
from cairn.programmes.programme import Programme

# Whoever is asked about takes this one's place in the written question.
SOMEBODY = UUID(int=0)


class Standing:
    """The programmes of one person, by id, and whom they never meet.

    One query, asked when first needed and then kept: make one for a page, not for longer. It says what
    `Programme.objects.visible_to` and `taken_part_in_by` say. Every page needs it, and Django takes ten times
    as long to write its SQL as the database to answer, so the SQL is written once for each kind of database.
    """

    def __init__(self, person: Person) -> None:
        self.person = person

    @cached_property
    def looks_after(self) -> frozenset[UUID]:
        """The programmes this person coordinates; for an administrator, all of the organisation."""
        if self._answers["administers"]:
            mine = Programme.objects.filter(organisation=self.person.organisation_id)
            return frozenset(mine.values_list("pk", flat=True))
        return frozenset(self._answers["looks after"])

    @cached_property
    def takes_part_in(self) -> frozenset[UUID]:
        """The programmes this person is a mentor or a mentee in, and has not left."""
        return frozenset(self._answers["takes part"])

    @cached_property
    def apart_from(self) -> frozenset[UUID]:
        """Everybody who is never brought together with this person, whoever said so."""
        return frozenset(self._answers["apart"])

    @cached_property
    def _answers(self) -> defaultdict[str, set[UUID]]:
        sql, values = _question(connection.vendor)
        somebody, me = _stored(SOMEBODY), _stored(self.person.pk)
        with connection.cursor() as cursor:
            cursor.execute(sql, [me if value == somebody else value for value in values])
            rows = cursor.fetchall()
        said: defaultdict[str, set[UUID]] = defaultdict(set)
        for kind, found in rows:
            said[kind].add(UUID(str(found)))
        return said


@cache
def _question(_vendor: str) -> tuple[str, tuple[Any, ...]]:
    mine = Coordination.objects.filter(person=SOMEBODY, programme__organisation=F("person__organisation"))
    here = Enrolment.objects.filter(person=SOMEBODY, departure__isnull=True)
    roles = Role.objects.filter(person=SOMEBODY, role=ADMINISTRATOR)
    parts = [
        _part("looks after", mine, "programme"),
        _part("takes part", here, "programme"),
        _part("administers", roles, "person"),
        _part("apart", Block.objects.filter(person=SOMEBODY), "blocked"),
        _part("apart", Block.objects.filter(blocked=SOMEBODY), "person"),
    ]
    written: tuple[str, tuple[Any, ...]] = parts[0].union(*parts[1:], all=True).query.sql_with_params()
    return written


def _part(kind: str, rows: QuerySet[Any], field: str) -> QuerySet[Any, Any]:
    return rows.order_by().values_list(Value(kind, output_field=CharField()), field)


def _stored(key: UUID) -> Any:
    """An id as this database keeps it."""
    return UUIDField().get_db_prep_value(key, connection)
