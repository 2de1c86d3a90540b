"""Reading facts about many mentorships: about a dozen queries for each batch, however large it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet

from cairn.care.answered import Answered
from cairn.care.carrying import carried_of, minutes_of, places_of
from cairn.care.facts import WINDOW, Facts
from cairn.conversations.message import Message
from cairn.conversations.thread import CIRCLE, PAIR
from cairn.meetings import state
from cairn.meetings.absence import Absence
from cairn.meetings.meeting import Meeting
from cairn.mentorships.agreement import Agreement
from cairn.mentorships.farewell import Farewell
from cairn.mentorships.goal import Goal
from cairn.mentorships.member import MENTOR, Member
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pause import Pause
from cairn.mentorships.steps import DRAFT, DROPPED, LIVE_GOALS

if TYPE_CHECKING:
    from cairn.programmes.format import Format
    from cairn.programmes.timers import Timers

#: A meeting that began so lately may still go on.
UNDER_WAY = timedelta(hours=4)
#: Ratings older than this are not looked at.
RATED = timedelta(weeks=26)
USEFUL, QUALITY, BURDEN = ("sc3", "sc1"), ("rq6",), ("mb3",)
BURDENED = 3


def read(
    mentorships: Iterable[Mentorship],
    *,
    timers: Mapping[UUID, Timers],
    now: datetime,
    scope: QuerySet[Any] | None = None,
) -> dict[UUID, Facts]:
    """Facts by mentorship id; all of one organisation. `timers` are those of their programmes, `scope` is the
    question that found these very mentorships: a database is quicker asked again than told a thousand ids.
    """
    found = {each.pk: _bare(each, each.kind, timers[each.programme_id]) for each in mentorships}
    if found:
        _Reading(found, now, scope).read()
    return found


def _bare(mentorship: Mentorship, kind: Format, timers: Timers) -> Facts:
    return Facts(
        id=mentorship.pk,
        organisation=mentorship.organisation_id,
        programme=mentorship.programme_id,
        kind=kind,
        timers=timers,
        state=mentorship.state,
        begun_at=mentorship.begun_at,
        met_at=mentorship.met_at,
        times_met=mentorship.times_met,
        ends_on=mentorship.ends_on,
        heard_at=mentorship.heard_at,
    )


class _Reading:
    """One batch: each method is one query and what it says about whom."""

    def __init__(self, facts: dict[UUID, Facts], now: datetime, scope: QuerySet[Any] | None) -> None:
        self.facts, self.now = facts, now
        self.organisation = next(iter(facts.values())).organisation
        self.ids: Any = list(facts) if scope is None else scope.order_by().values("pk")
        self.since = now - WINDOW

    def read(self) -> None:
        self._members()
        self._pauses()
        self._agreements()
        self._meetings()
        self._absences()
        self._goals()
        self._words()
        self._ratings()
        self._farewells()
        self._load()

    def _members(self) -> None:
        rows = Member.objects.present().filter(mentorship__in=self.ids).order_by()
        for mentorship, person, side in rows.values_list("mentorship_id", "person_id", "side"):
            self.facts[mentorship].members[person] = side

    def _pauses(self) -> None:
        rows = Pause.objects.filter(mentorship__in=self.ids).order_by()
        for mentorship, since, ended_at in rows.values_list("mentorship_id", "since", "ended_at"):
            each = self.facts[mentorship]
            each.pauses.append((since, ended_at or self.now))
            each.rests = each.rests or ended_at is None

    def _agreements(self) -> None:
        rows = Agreement.objects.agreed().filter(mentorship__in=self.ids).order_by("version")
        for mentorship, rhythm in rows.values_list("mentorship_id", "rhythm_days"):
            each = self.facts[mentorship]
            each.agreed, each.rhythm = True, rhythm

    def _meetings(self) -> None:
        rows = Meeting.objects.filter(mentorship__in=self.ids, starts_at__gt=self.since)
        rows = rows.exclude(state__in=(state.DRAFT, state.PROPOSED)).order_by("starts_at")
        for mentorship, now, starts_at, by in rows.values_list(
            "mentorship_id", "state", "starts_at", "cancellation__by"
        ):
            self._meeting(self.facts[mentorship], now, starts_at, by)

    def _meeting(self, each: Facts, now: str, starts_at: datetime, by: UUID | None) -> None:
        each.booked = True
        if now in state.TOOK_PLACE:
            each.met, each.cancelled = each.met + 1, None
        elif now == state.CANCELLED and by is not None:
            before = each.cancelled
            each.cancelled = (by, before[1] + 1 if before and before[0] == by else 1)
        elif now in state.STANDING and starts_at > self.now - UNDER_WAY and each.ahead is None:
            each.ahead = starts_at

    def _absences(self) -> None:
        rows = Absence.objects.filter(meeting__mentorship__in=self.ids, meeting__starts_at__gt=self.since)
        for mentorship, person, at in rows.order_by("meeting__starts_at").values_list(
            "meeting__mentorship_id", "person_id", "meeting__starts_at"
        ):
            each = self.facts[mentorship]
            each.misses += 1
            if each.ahead is None and (each.met_at is None or each.met_at < at):
                each.missed = person

    def _goals(self) -> None:
        live = Q(state__in=LIVE_GOALS)
        rows = Goal.objects.filter(mentorship__in=self.ids).order_by().values_list("mentorship_id")
        kept = ~Q(state__in=(DRAFT, DROPPED))
        for mentorship, goals, ever, moved in rows.annotate(
            goals=Count("id", filter=live),
            ever=Count("id", filter=kept),
            moved=Max("moved_at", filter=live),
        ):
            each = self.facts[mentorship]
            each.goals, each.goals_ever, each.goal_moved_at = goals, ever, moved

    def _words(self) -> None:
        """Who wrote how often and when last; what is not read here."""
        threads = {"thread__organisation": self.organisation, "thread__kind__in": (PAIR, CIRCLE)}
        rows = Message.objects.filter(**threads, thread__origin__in=self.ids, sent_at__gt=self.since)
        told = rows.order_by().values_list("thread__origin", "author").annotate(Count("id"), Max("sent_at"))
        for mentorship, author, count, last in told:
            each = self.facts[mentorship]
            each.wrote[author] = count
            if each.last_word is None or each.last_word[1] < last:
                each.last_word = (author, last)

    def _ratings(self) -> None:
        rows = Answered.objects.filter(
            asking__mentorship__in=self.ids,
            asking__instrument__in=(*USEFUL, *QUALITY, *BURDEN),
            value__isnull=False,
            at__gt=self.now - RATED,
        ).order_by("at")
        for mentorship, person, instrument, found in rows.values_list(
            "asking__mentorship", "asking__person", "asking__instrument", "value"
        ):
            each, value = self.facts[mentorship], float(found or 0)
            if instrument in BURDEN:
                (each.burdened.add if value < BURDENED else each.burdened.discard)(person)
            else:
                (each.useful if instrument in USEFUL else each.quality)[person].append(value)

    def _farewells(self) -> None:
        rows = Farewell.objects.filter(mentorship__in=self.ids).order_by()
        for mentorship in rows.values_list("mentorship_id", flat=True):
            self.facts[mentorship].says_goodbye = True

    def _load(self) -> None:
        """How much the mentors of the batch carry, in each programme and in the last month."""
        mentors = {person for each in self.facts.values() for person in each.on(MENTOR)}
        carried, places, minutes = carried_of(mentors), places_of(mentors), minutes_of(mentors, self.now)
        for each in self.facts.values():
            for person in each.on(MENTOR):
                here = (person, each.programme)
                each.carries[person] = (carried.get(here, 0), places.get(here, 0))
                each.minutes[person] = minutes.get(person, 0.0)
