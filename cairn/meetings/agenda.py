"""The agenda: the blocks of the format, filled from open actions and goals, own topics and question cards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.kernel import clock
from cairn.meetings import state
from cairn.meetings.agenda_item import ACTION, CARD, GOAL, LONGEST, OWN, AgendaItem
from cairn.meetings.kinds import FLASH, OFFICE
from cairn.meetings.meeting import Meeting
from cairn.meetings.refusal import Refused
from cairn.mentorships.action import Action
from cairn.mentorships.goal import Goal
from cairn.programmes.format import Format, formats
from cairn.programmes.format_parts import Block
from cairn.questions.card import Card, card_named, cards, draw

if TYPE_CHECKING:
    from cairn.people.person import Person

LOOK_BACK, FOCUS = "look-back", "focus"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it comes from, its words, who wrote it, and the row behind it where there is one."""

    source: str
    words: str
    author: Person | None = None
    item: UUID | None = None
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One block as its readers see it, in their language, with the minutes it has in this meeting."""

    key: str
    title: str
    minutes: int
    prompts: tuple[str, ...]
    lines: list[Line] = field(default_factory=list)


def agenda_of(meeting: Meeting, reader: Person) -> list[Part]:
    """What is talked about, as this person may see it: goals and actions somebody keeps to themselves stay
    so.
    """
    blocks = blocks_of(meeting)
    parts = {
        block.key: Part(block.key, block.title, minutes, block.prompts_said())
        for block, minutes in zip(blocks, _minutes(blocks, meeting.minutes), strict=True)
    }
    for place, line in _lines(meeting, reader):
        parts[home_of(place, blocks)].lines.append(line)
    return list(parts.values())


def _lines(meeting: Meeting, reader: Person) -> list[tuple[str, Line]]:
    found: list[tuple[str, Line]] = []
    if meeting.mentorship_id and meeting.state not in state.TOOK_PLACE:
        actions = Action.objects.visible_to(reader).open().filter(mentorship=meeting.mentorship_id)
        goals = Goal.objects.visible_to(reader).live().filter(mentorship=meeting.mentorship_id)
        found += [
            (LOOK_BACK, Line(ACTION, each.then, each.owner, ref=str(each.pk)))
            for each in actions.select_related("owner")
        ]
        found += [
            (FOCUS, Line(GOAL, each.title, each.owner, ref=str(each.pk)))
            for each in goals.select_related("owner")
        ]
    items = AgendaItem.objects.filter(meeting=meeting).select_related("author", "meeting")
    return found + [
        (each.block, Line(each.source, _said(each), each.author, item=each.pk, ref=each.ref))
        for each in items
    ]


def _said(item: AgendaItem) -> str:
    """A card speaks the reader's language, while it is in the deck."""
    return str(cards()[item.ref]) if item.source == CARD and item.ref in cards() else item.body


def blocks_of(meeting: Meeting) -> tuple[Block, ...]:
    """The blocks of this meeting; the first meeting of two people has its own."""
    if meeting.mentorship is not None:
        return meeting.mentorship.kind.agenda.of_meeting(number_of(meeting))
    return _format_of(meeting.kind).agenda.regular


def _format_of(kind: str) -> Format:
    """Where no mentorship says it: short slots are held like a single question, groups like a circle."""
    trait = "topic_slot" if kind in {OFFICE, FLASH} else "hot_seat"
    known = formats()
    return next((each for each in known.values() if each.has(trait)), next(iter(known.values())))


def number_of(meeting: Meeting) -> int:
    """Which meeting of its mentorship it is, counted from 1 by those that were held before."""
    before = Meeting.objects.took_place().filter(
        mentorship=meeting.mentorship_id, starts_at__lt=meeting.starts_at
    )
    return before.count() + 1


def home_of(place: str, blocks: tuple[Block, ...]) -> str:
    """The block a line belongs to: the one meant, else the first for looking back, else the longest."""
    if any(block.key == place for block in blocks):
        return place
    if place == LOOK_BACK:
        return blocks[0].key
    return max(blocks, key=lambda block: block.share).key


def _minutes(blocks: tuple[Block, ...], whole: int) -> list[int]:
    """Whole minutes by share that add up to the meeting."""
    exact = [block.share * whole for block in blocks]
    minutes = [int(each) for each in exact]
    by_rest = sorted(range(len(blocks)), key=lambda place: minutes[place] - exact[place])
    for place in by_rest[: whole - sum(minutes)]:
        minutes[place] += 1
    return minutes


@transaction.atomic
def add(meeting: Meeting, person: Person, words: str, *, block: str = FOCUS) -> AgendaItem:
    """Somebody's own topic."""
    return _add(meeting, person, words, block=block, source=OWN)


def hand_for(meeting: Meeting, *, turn: int = 0) -> tuple[Card, ...]:
    """Three cards to choose one from. The same people draw the deck through before a card comes again."""
    return draw(str(meeting.vault_owner()), turn=number_of(meeting) - 1 + turn)


@transaction.atomic
def lay_card(meeting: Meeting, person: Person, card: str, *, block: str = FOCUS) -> AgendaItem:
    """A question card onto the table, said to each in their own language; the same card lies there once."""
    if card not in cards():
        raise Refused("unknown", _("This card is not in the deck."))
    lying = AgendaItem.objects.filter(meeting=meeting, source=CARD, ref=card).first()
    if lying is not None:
        there: AgendaItem = lying
        return there
    return _add(meeting, person, str(card_named(card)), block=block, source=CARD, ref=card)


def _add(
    meeting: Meeting, person: Person, words: str, *, block: str, source: str, ref: str = ""
) -> AgendaItem:
    meeting.lock()
    words = words.strip()
    if meeting.state not in state.STANDING:
        raise Refused("not_now", _("That is not possible with this meeting any more. Nothing was changed."))
    if not words or len(words) > LONGEST:
        raise Refused("length", _("Write one line of up to 300 characters."))
    item = AgendaItem(
        organisation_id=meeting.organisation_id,
        meeting=meeting,
        block=home_of(block, blocks_of(meeting)),
        author=person,
        source=source,
        ref=ref,
        at=clock.now(),
        body=words,
    )
    item.save()
    return item


def take_off(meeting: Meeting, person: Person, item: UUID) -> None:
    """Remove a line one wrote, or a card one laid."""
    AgendaItem.objects.filter(meeting=meeting, author=person, pk=item).delete()
