"""What notices are about, fetched together: the questions asked do not grow with the notices."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any
from uuid import UUID

from cairn.matching.proposal import Proposal
from cairn.notices.notice import Notice
from cairn.people.person import Person

ABOUT_PROPOSALS = ("match_mentee", "match_mentor", "match_awaits", "match_closed", "match_begun")


class Facts:
    """Rows by id, each table read when first asked for, for all notices at once."""

    def __init__(self, notices: Iterable[Notice]) -> None:
        self.notices = list(notices)

    @cached_property
    def people(self) -> Mapping[UUID, Person]:
        """Those who are named in notices, such as whoever wrote."""
        return _by_id(Person.objects.filter(pk__in=self._named("person")))

    @cached_property
    def proposals(self) -> Mapping[UUID, Proposal]:
        """With their two people and the answers given so far."""
        topics = [notice.topic for notice in self.notices if notice.kind in ABOUT_PROPOSALS]
        return _by_id(Proposal.objects.with_people().select_related("follows").filter(pk__in=topics))

    def _named(self, key: str) -> set[UUID]:
        return {UUID(str(notice.data[key])) for notice in self.notices if notice.data.get(key)}


def _by_id(rows: Any) -> dict[UUID, Any]:
    return {row.pk: row for row in rows}
