"""Access audited: who is eligible to be sponsored, and who is, by groups that give nobody away.

Sponsorship is given by few to few, so it drifts to those who resemble the givers. The audit holds the share
of each group that was reached against the group that fares best. It is counted at night and stays as it is
until ten people or more have changed, as the fairness of a run does.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.inclusion.fairness import GroupRow, GroupTable, tables_among
from cairn.inclusion.self_identification import SelfIdentification
from cairn.kernel import clock
from cairn.mentorships.member import MENTEE, Member
from cairn.programmes.enrolment import Enrolment
from cairn.programmes.programme import Programme
from measures.suppression import K, rounded

if TYPE_CHECKING:
    from typing import Self
    from uuid import UUID

    from cairn.people.person import Person
    from cairn.programmes.format import Format

TRAIT = "access_audit"


class AccessAuditQuerySet(TenantQuerySet["AccessAudit"]):
    """Published audits."""

    def visible_to(self, person: Person) -> Self:
        """Those of the programmes this person coordinates."""
        return self.filter(programme__in=Programme.objects.visible_to(person).values("pk"))


class AccessAudit(TenantRecord):
    """`counted` are the people behind the tables, with a "+" for who was reached, to see how many the next
    audit changes.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    format = models.CharField(max_length=40)
    tables = models.JSONField(default=list)
    counted = models.JSONField(default=list)
    at = models.DateTimeField()

    objects: ClassVar[Any] = AccessAuditQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")


@dataclass(frozen=True, slots=True)
class Access:
    """What a page may show: the tables, how many are eligible and how many reached (to 5), and when it was
    counted.
    """

    format: Format
    tables: tuple[GroupTable, ...]
    eligible: int
    reached: int
    at: datetime


def access_of(programme: Programme) -> list[Access]:
    """The newest audit of each of the programme's formats that are audited; none before the first night."""
    found = []
    for kind in audited(programme):
        last = _last(programme, kind)
        if last is not None:
            reached = sum(each.endswith("+") for each in last.counted)
            tables = tuple(_table(kept) for kept in last.tables)
            found.append(Access(kind, tables, rounded(len(last.counted)), rounded(reached), last.at))
    return found


def audited(programme: Programme) -> list[Format]:
    """The programme's formats whose access is audited."""
    return [kind for kind in programme.formats() if kind.has(TRAIT)]


@transaction.atomic
def publish_access(programme: Programme) -> None:
    """Count, unless fewer than ten people changed since the last count."""
    Programme.objects.select_for_update().get(pk=programme.pk)
    for kind in audited(programme):
        eligible, reached = _eligible(programme, kind), _reached(programme, kind)
        counted = sorted(each.hex + ("+" if each in reached else "") for each in eligible | reached)
        last = _last(programme, kind)
        if last is None or _changed(counted, last) >= K:
            tables = tables_among(sorted(eligible | reached), chosen=reached, side=MENTEE)
            AccessAudit.objects.create(
                organisation_id=programme.organisation_id,
                programme=programme,
                format=kind.id,
                tables=[asdict(table) for table in tables],
                counted=counted,
                at=clock.now(),
            )


def _eligible(programme: Programme, kind: Format) -> set[UUID]:
    places = Enrolment.objects.present().filter(programme=programme, side=MENTEE)
    return {each.person_id for each in places if each.takes_part_in(kind.id)}


def _reached(programme: Programme, kind: Format) -> set[UUID]:
    """Whoever was ever in a mentorship of the format on the side that doors are opened for."""
    members = Member.objects.filter(mentorship__programme=programme, mentorship__format=kind.id, side=MENTEE)
    return set(members.values_list("person_id", flat=True))


def _last(programme: Programme, kind: Format) -> AccessAudit | None:
    last: AccessAudit | None = AccessAudit.objects.filter(programme=programme, format=kind.id).last()
    return last


def _changed(counted: list[str], last: AccessAudit) -> int:
    """How many people came, went, were reached, or said something new about themselves."""
    moved = {each.rstrip("+") for each in set(counted) ^ set(last.counted)}
    said = SelfIdentification.objects.filter(organisation=last.organisation_id, at__gt=last.at)
    return len(moved) + int(said.count())


def _table(kept: dict[str, Any]) -> GroupTable:
    return GroupTable(**{**kept, "rows": tuple(GroupRow(**row) for row in kept["rows"])})
