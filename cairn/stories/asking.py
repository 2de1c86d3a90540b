"""Asking: a topic, a time and one question become a flash, in one transaction or not at all."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.conversations.thread import Thread
from cairn.kernel import clock, ids
from cairn.meetings import agenda
from cairn.meetings.booking import book
from cairn.meetings.giving import lock
from cairn.meetings.kinds import FLASH as FLASH_MEETING
from cairn.mentorships.mentorship import Mentorship
from cairn.people.skill_claim import OFFERED
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from cairn.stories.flash import MOST_LETTERS, Flash
from cairn.stories.giving import given_by
from cairn.stories.month_place import MonthPlace, month_of
from cairn.stories.offering import FLASH, codes_of, format_of, keeps_hours, place_of
from cairn.stories.open_place import MOST_OPEN, OpenPlace
from cairn.stories.refusal import Refused

if TYPE_CHECKING:
    from cairn.meetings.meeting import Meeting
    from cairn.people.person import Person
    from cairn.programmes.format import Format


@transaction.atomic
def ask(
    asker: Person, *, expert: Enrolment, topic: str, at: datetime, question: str, tried: str = ""
) -> Flash:
    """Book it. Raises Refused, or what booking raises (SlotTaken, DayFull); then nothing was changed."""
    kind, place = _admitted(asker, expert, topic=topic, at=at)
    question, tried = _within(question), tried.strip()[:MOST_LETTERS]
    lock([asker, expert.person])
    mine, theirs = _numbers(asker, expert.person, at)
    mentorship, meeting = _meet(expert, place, kind=kind, at=at)
    flash: Flash = Flash.objects.create(
        organisation_id=asker.organisation_id,
        programme=expert.programme,
        mentorship=mentorship,
        meeting=meeting,
        asker=asker,
        expert=expert.person,
        topic=topic,
        question=question,
        tried=tried,
        asked_at=clock.now(),
    )
    _take_places(flash, mine, theirs)
    agenda.add(meeting, asker, question)
    _write_down(flash)
    flash.record("flash.asked", asker, topic=topic)
    return flash


def _admitted(asker: Person, expert: Enrolment, *, topic: str, at: datetime) -> tuple[Format, Enrolment]:
    """The format asked in and the asker's own place; refused where this was never on offer."""
    kind = format_of(expert.programme, FLASH)
    place = place_of(expert.programme, asker, side=MENTEE)
    offered = {claim.code for claim in expert.person.skills(OFFERED)} & set(codes_of(topic))
    answers = expert.side == MENTOR and expert.person_id != asker.pk and bool(offered)
    if kind is None or place is None or not answers or not expert.takes_part_in(kind.id):
        raise Refused("not_offered", _("This is not offered here. Please choose another time."))
    if not keeps_hours(expert, at, minutes=kind.minutes):
        raise Refused("not_offered", _("This is not offered here. Please choose another time."))
    return kind, place


def _meet(expert: Enrolment, asker: Enrolment, *, kind: Format, at: datetime) -> tuple[Mentorship, Meeting]:
    """A mentorship of this one meeting, so that everything else about it works as in any other."""
    mentorship = Mentorship.gather(
        expert.programme,
        members=((expert, MENTOR), (asker, MENTEE)),
        origin=ids.new(),
        by=asker.person,
        format=kind.id,
    )
    meeting = book(
        people=[asker.person, expert.person],
        at=at,
        minutes=kind.minutes,
        by=asker.person,
        mentorship=mentorship,
        kind=FLASH_MEETING,
    )
    return mentorship, meeting


def _take_places(flash: Flash, mine: int, theirs: int) -> None:
    of_flash = {"organisation_id": flash.organisation_id, "flash": flash}
    OpenPlace.objects.create(person=flash.asker, number=mine, **of_flash)
    month = month_of(flash.expert, flash.meeting.starts_at)
    MonthPlace.objects.create(person=flash.expert, month=month, number=theirs, **of_flash)


def _within(question: str) -> str:
    question = question.strip()
    if not question:
        raise Refused("no_words", _("Please write your question."))
    if len(question) > MOST_LETTERS:
        raise Refused("too_long", _("One question of up to 300 characters, please."))
    return question


def _numbers(asker: Person, expert: Person, at: datetime) -> tuple[int, int]:
    """The lowest free places of both; the two are locked, so nobody else takes them meanwhile."""
    mine = set(OpenPlace.objects.filter(person=asker).values_list("number", flat=True))
    open_ = next((each for each in range(1, MOST_OPEN + 1) if each not in mine), None)
    if open_ is None:
        raise Refused("two_open", _("You have two open bookings. Meet one of them first, or call it off."))
    month = MonthPlace.objects.filter(person=expert, month=month_of(expert, at))
    theirs = set(month.values_list("number", flat=True))
    limit = given_by([expert.pk])[expert.pk]
    number = next((each for each in range(1, limit + 1) if each not in theirs), None)
    if number is None:
        raise Refused("month_full", _("This person has given all their slots of that month."))
    return open_, number


def _write_down(flash: Flash) -> None:
    """The question stands where the two can go on writing."""
    words = "\n\n".join(filter(None, (flash.question, flash.tried)))
    for thread in Thread.objects.of_origin(flash.mentorship_id):
        thread.post(flash.asker, words, client_id=flash.pk)
