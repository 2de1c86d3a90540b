"""What matching puts on a coordinator's page: a few counts, as codes with numbers; no person's reason for
anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count

from cairn.matching.making import Making
from cairn.matching.proposal import ACCEPTED, DECLINED, OPEN, Proposal
from cairn.matching.publication import Publication
from cairn.matching.rulebook import rules_of
from cairn.matching.run import Run
from cairn.mentorships.load import load_of
from cairn.programmes.enrolment import SIDES

if TYPE_CHECKING:
    from cairn.programmes.programme import Programme


@dataclass(frozen=True)
class State:
    """Where the matching of one programme stands. Counts of people; runs and publications as rows or None."""

    mentors: int
    mentees: int
    waiting: int
    places: int
    latest_run: Run | None
    leaving: Publication | None
    making: Making | None
    proposals: dict[str, int] = field(default_factory=dict)

    @property
    def next_step(self) -> str:
        """One code for the one primary button: bring · match · look · review · wait · answers · done."""
        if not (self.mentors and self.mentees):
            return "bring"
        if self.making:
            return "look"
        if self.leaving:
            return "wait"
        if (
            self.waiting
            and self.latest_run
            and not self.latest_run.publications.filter(state="sent").exists()
        ):
            return "review"
        if self.waiting and self.places:
            return "match"
        return "answers" if self.proposals[OPEN] else "done"


def state_of(programme: Programme) -> State:
    """The state of one programme; a constant number of queries. Only who takes part in a format with rounds
    waits for one; where all of these are circles, a mentor's place holds a whole circle.
    """
    rounds = [each for each in programme.formats() if each.has_rounds]
    everybody = [*programme.mentors(), *programme.mentees()]
    mentors, mentees = ([one for one in everybody if one.side == side] for side in SIDES)
    seeking = [one for one in mentees if any(one.takes_part_in(each.id) for each in rounds)]
    around = min((each.group.max if each.group.is_circle else 1 for each in rounds), default=0)
    load = load_of([*mentors, *mentees])
    tells_hours = any(each.hours_a_month is not None for each in mentors)
    hours = rules_of(programme).gates.monthly if tells_hours else 0
    return State(
        mentors=len(mentors),
        mentees=len(mentees),
        waiting=sum(load[each.pk].total < each.capacity for each in seeking),
        places=around * sum(max(0, each.places(hours_each=hours) - load[each.pk].total) for each in mentors),
        latest_run=Run.objects.of_programme(programme).last(),
        leaving=Publication.objects.waiting_in(programme),
        making=Making.objects.filter(programme=programme).going_on().first(),
        proposals=proposals_of([programme])[programme.pk],
    )


def proposals_of(programmes: Iterable[Programme]) -> dict[UUID, dict[str, int]]:
    """How many proposals are open, accepted and declined, by programme id; one query."""
    counts = {each.pk: {OPEN: 0, ACCEPTED: 0, DECLINED: 0} for each in programmes}
    found = Proposal.objects.filter(programme__in=list(counts)).values_list("programme_id", "state")
    for programme, state, count in found.annotate(count=Count("id")).order_by():
        counts[programme][state] = count
    return counts
