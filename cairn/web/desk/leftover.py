"""Who a run leaves over, as it stands now, each with the reason the engine gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from cairn.matching.wording import why_waiting
from cairn.matching.words import words_of
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, Enrolment

if TYPE_CHECKING:
    from cairn.matching.run import Run


@dataclass(frozen=True, slots=True)
class LeftOver:
    """`reason` is empty for somebody whom only a change by hand left over."""

    id: UUID
    person: Person
    reason: str


def left_over(run: Run) -> list[LeftOver]:
    """Mentees who take part in the run and are in none of its pairs, by name."""
    paired = run.pairings.values("mentee")
    reasons = {each["mentee"]: each for each in run.report.get("unmatched", ())}
    waiting = (
        Enrolment.objects.present().filter(programme=run.programme_id, side=MENTEE).exclude(pk__in=paired)
    )
    waiting = (
        waiting.filter(arrived_at__lte=run.made_at).select_related("person").order_by("person__name", "id")
    )
    words = words_of(run.programme)
    return [
        LeftOver(
            one.pk,
            one.person,
            why_waiting(reason, words=words) if (reason := reasons.get(str(one.person_id))) else "",
        )
        for one in waiting
        if one.takes_part_in(run.format)
    ]
