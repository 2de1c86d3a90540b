"""What notices are about, fetched together: the questions asked do not grow with the notices."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any
from uuid import UUID

from cairn.care.asking import OPEN, Asking
from cairn.care.rescue_act import RescueAct
from cairn.care.signal import Signal
from cairn.conversations.participant import Participant
from cairn.conversations.thread import Thread
from cairn.kernel import clock
from cairn.matching.proposal import Proposal
from cairn.meetings.meeting import Meeting
from cairn.mentorships.action import Action
from cairn.mentorships.agreement import Agreement
from cairn.mentorships.mentorship import Mentorship
from cairn.notices.notice import Notice
from cairn.people.person import Person

NEUTRAL = "neutral_mail"


class Facts:
    """Rows by id, each table read when first asked for, for all notices at once."""

    def __init__(self, notices: Iterable[Notice]) -> None:
        self.notices = list(notices)

    @cached_property
    def people(self) -> Mapping[UUID, Person]:
        """Those who did what is told."""
        return _by_id(Person.objects.filter(pk__in=self._named("by")))

    @cached_property
    def proposals(self) -> Mapping[UUID, Proposal]:
        """With their two people and the answers given so far."""
        rows = Proposal.objects.with_people().select_related("follows")
        return _by_id(rows.filter(pk__in=self._topics("match_")))

    @cached_property
    def meetings(self) -> Mapping[UUID, Meeting]:
        """With everybody who is asked."""
        rows = Meeting.objects.filter(pk__in=self._topics("meeting_"))
        return _by_id(rows.select_related("programme").prefetch_related("attendees__person"))

    @cached_property
    def agreements(self) -> Mapping[UUID, Agreement]:
        """With the yeses given so far."""
        rows = Agreement.objects.filter(pk__in=self._topics("agreement_"))
        return _by_id(rows.prefetch_related("consents"))

    @cached_property
    def newest_agreements(self) -> set[UUID]:
        """Those that no newer version of the same mentorship has overtaken."""
        of = [row.mentorship_id for row in self.agreements.values()]
        rows = Agreement.objects.filter(mentorship__in=of).order_by("version")
        return set(dict(rows.values_list("mentorship_id", "pk")).values())

    @cached_property
    def actions(self) -> Mapping[UUID, Action]:
        """What somebody wanted to do."""
        return _by_id(Action.objects.filter(pk__in=self._topics("action_")))

    @cached_property
    def threads(self) -> Mapping[UUID, Thread]:
        """Where somebody wrote."""
        return _by_id(Thread.objects.filter(pk__in=self._topics("message_")))

    @cached_property
    def parts(self) -> Mapping[tuple[UUID, UUID], Participant]:
        """How far each reader has read, by thread and person."""
        readers = {notice.person_id for notice in self.notices}
        rows = Participant.objects.present().filter(thread__in=list(self.threads), person__in=readers)
        return {(row.thread_id, row.person_id): row for row in rows}

    @cached_property
    def signals(self) -> Mapping[UUID, Signal]:
        """What may want a look."""
        return _by_id(Signal.objects.filter(pk__in=self._topics("signal_")))

    @cached_property
    def rescue_acts(self) -> Mapping[UUID, RescueAct]:
        """What a coordinator did, with their words."""
        rows = RescueAct.objects.filter(pk__in=self._topics("rescue_"))
        return _by_id(rows.select_related("by", "signal"))

    @cached_property
    def askings(self) -> list[Asking]:
        """Questions that wait in the mentorships that are told of, beside those about a meeting."""
        rows = Asking.objects.filter(mentorship__in=self._topics("check_"), state=OPEN, meeting=None)
        return list(rows.filter(lapses_at__gt=clock.now()))

    @cached_property
    def checks(self) -> Mapping[tuple[UUID | None, UUID], Asking]:
        """What waits to be answered about a meeting, by meeting and person."""
        rows = Asking.objects.filter(meeting__in=self._topics("meeting_review"), state=OPEN)
        return {(row.meeting_id, row.person_id): row for row in rows.filter(lapses_at__gt=clock.now())}

    def askings_of(self, notice: Notice) -> list[Asking]:
        """Those that wait for the reader of one notice."""
        here = (each for each in self.askings if each.person_id == notice.person_id)
        return [each for each in here if each.mentorship_id == notice.topic]

    @cached_property
    def mentorships(self) -> Mapping[UUID, Mentorship]:
        """Every mentorship any of these things belongs to, with its people."""
        owned: tuple[Any, ...] = (*self.meetings.values(), *self.agreements.values(), *self.actions.values())
        ids = {row.mentorship_id for row in owned} | {row.origin for row in self.threads.values()}
        ids |= {row.mentorship_id for row in self.signals.values()} | self._topics("check_")
        ids |= {row.signal.mentorship_id for row in self.rescue_acts.values()}
        rows = Mentorship.objects.filter(pk__in=ids | self._topics("mentorship_"))
        return _by_id(rows.select_related("programme").prefetch_related("members__person"))

    def mentorship_of(self, notice: Notice) -> Mentorship | None:
        """The mentorship a notice is about, whatever its topic."""
        topic = notice.topic
        if act := self.rescue_acts.get(topic):
            return self.mentorships.get(act.signal.mentorship_id)
        row = (
            self.signals.get(topic)
            or self.meetings.get(topic)
            or self.agreements.get(topic)
            or self.actions.get(topic)
        )
        if row is not None:
            return self.mentorships.get(row.mentorship_id) if row.mentorship_id else None
        thread = self.threads.get(topic)
        return self.mentorships.get(thread.origin if thread else topic)

    def is_neutral(self, notice: Notice) -> bool:
        """Whether its letters say nothing but that there is something: where the format wants it so."""
        proposal = self.proposals.get(notice.topic)
        if proposal is not None:
            return all(kind.has(NEUTRAL) for kind in proposal.programme.formats())
        mentorship = self.mentorship_of(notice)
        return mentorship is not None and mentorship.has(NEUTRAL)

    def _topics(self, family: str) -> set[UUID]:
        return {notice.topic for notice in self.notices if notice.kind.startswith(family)}

    def _named(self, key: str) -> set[UUID]:
        return {UUID(notice.data[key]) for notice in self.notices if notice.data.get(key)}


def _by_id(rows: Any) -> dict[UUID, Any]:
    return {row.pk: row for row in rows}
