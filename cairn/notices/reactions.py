"""Whom we tell about what happened: each reaction puts notices into the outbox, in its own transaction.

What is told is read again when a letter leaves, so that nobody is asked about something that is settled by
then. A publication that is taken back is never told: nothing had left.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from cairn.conversations.participant import Participant
from cairn.journal.entry import Entry
from cairn.journal.errand import Errand
from cairn.journal.reaction import Reaction, Settle, inside, outside
from cairn.matching.proposal import ACCEPTED, OPEN, Proposal
from cairn.meetings.attendee import Attendee
from cairn.meetings.calendar.ics import is_first
from cairn.meetings.meeting import Meeting
from cairn.mentorships.member import Member
from cairn.mentorships.mentorship import Mentorship
from cairn.notices.caring import tell_of_questions, whom_it_concerns, whom_the_words_are_for
from cairn.notices.kind import AT_ONCE
from cairn.notices.outbox import put
from cairn.notices.sending import carry
from cairn.people.person import Person

FRESH = timedelta(hours=2)


def if_it_must_arrive(entry: Entry) -> tuple[str, ...]:
    """Transactional and safety: in doubt the same letter is sent again."""
    return ("",) if entry.data["class"] in AT_ONCE else ()


def if_it_may_be_missed(entry: Entry) -> tuple[str, ...]:
    """The others: in doubt they are dropped and counted."""
    return () if entry.data["class"] in AT_ONCE else ("",)


@outside(targets=if_it_must_arrive, doubt="again")
def carry_surely(errand: Errand) -> Settle:
    """A letter somebody waits for."""
    return carry(errand)


@outside(targets=if_it_may_be_missed, doubt="drop")
def carry_once(errand: Errand) -> Settle:
    """A letter that must never come twice."""
    return carry(errand)


def both_sides(_entry: Entry) -> tuple[str, str]:
    """An errand each."""
    return ("mentee", "mentor")


def the_other_side(entry: Entry) -> tuple[str]:
    """The one who did not act."""
    return ("mentor",) if entry.data["side"] == "mentee" else ("mentee",)


@inside(targets=both_sides)
def offer_match(errand: Errand) -> None:
    """The card, with a yes and a no."""
    proposal = _proposal(errand)
    person = _reader(proposal, errand)
    if _waits_for(person, proposal):
        put(person, f"match_{errand.target}", topic=proposal.pk)


@inside(targets=the_other_side)
def say_it_is_your_turn(errand: Errand) -> None:
    """One said yes, and the other has not answered."""
    proposal = _proposal(errand)
    person = _reader(proposal, errand)
    if _waits_for(person, proposal):
        put(person, "match_awaits", topic=proposal.pk)


@inside(targets=the_other_side)
def say_it_will_not_begin(errand: Errand) -> None:
    """One said no. Never why; and not to somebody whose next card already says so."""
    proposal = _proposal(errand)
    person = _reader(proposal, errand)
    side = {f"{errand.target}__person": person}
    if not Proposal.objects.filter(follows=proposal, **side).exists():
        put(person, "match_closed", topic=proposal.pk)


@inside(targets=both_sides)
def say_it_has_begun(errand: Errand) -> None:
    """Both said yes; in a circle, enough did. Whoever leads it hears of it once."""
    mentorship = Mentorship.objects.get(pk=errand.entry.subject_id)
    grown = Q(pk=mentorship.origin) | Q(circle=mentorship.origin, state=ACCEPTED)
    told: set[UUID] = set()
    for proposal in Proposal.objects.with_people().filter(grown):
        person = _reader(proposal, errand)
        if person.pk not in told:
            told.add(person.pk)
            put(person, "match_begun", topic=proposal.pk)


def _proposal(errand: Errand) -> Proposal:
    found: Proposal = Proposal.objects.with_people().get(pk=errand.entry.subject_id)
    return found


def _reader(proposal: Proposal, errand: Errand) -> Person:
    person: Person = getattr(proposal, errand.target).person
    return person


def _waits_for(person: Person, proposal: Proposal) -> bool:
    return proposal.state == OPEN and proposal.answer_of(person) is None


def everybody_asked(entry: Entry) -> Iterable[UUID]:
    """Everybody of a meeting, whoever did it included: their calendar changes too."""
    found: Iterable[UUID] = Attendee.objects.filter(meeting=entry.subject_id).values_list(
        "person_id", flat=True
    )
    return found


def everybody_invited(entry: Entry) -> Iterable[UUID]:
    """Everybody of a meeting; of a series only with its first one, whose invitation speaks for all."""
    meeting = Meeting.objects.select_related("series").get(pk=entry.subject_id)
    return everybody_asked(entry) if meeting.series is None or is_first(meeting) else ()


def the_others_asked(entry: Entry) -> list[UUID]:
    """Everybody of a meeting but whoever did it."""
    return [person for person in everybody_asked(entry) if person != entry.actor_id]


def the_other_members(entry: Entry) -> Iterable[UUID]:
    """Everybody of a mentorship but whoever did it; everybody where the house did."""
    mentorship = entry.data.get("mentorship") or entry.subject_id
    there = Member.objects.present().filter(mentorship=mentorship).exclude(person=entry.actor_id)
    found: Iterable[UUID] = there.values_list("person_id", flat=True)
    return found


def the_readers(entry: Entry) -> Iterable[UUID]:
    """Everybody in a thread but whoever wrote, and those who do not want to be told."""
    there = Participant.objects.present().filter(thread=entry.data["thread"], muted=False)
    found: Iterable[UUID] = there.exclude(person=entry.actor_id).values_list("person_id", flat=True)
    return found


def everybody_who_may_have_forgotten(entry: Entry) -> Iterable[UUID]:
    """Whoever booked or moved it a moment ago needs no reminder an hour later."""
    booked = Entry.objects.filter(
        subject_id=entry.subject_id, verb__in=("meeting.booked", "meeting.rescheduled")
    )
    return () if booked.filter(at__gt=entry.at - FRESH).exists() else everybody_asked(entry)


def telling(
    kind: str, *, to: Callable[[Entry], Iterable[object]], topic: str = "", once: bool = False
) -> Reaction:
    """A reaction that puts one notice for each of these people, about the entry's subject, or about what its
    data names as the topic; `once` whatever number of entries ask for it.
    """

    @inside(targets=to)
    def act(errand: Errand) -> None:
        entry = errand.entry
        person = Person.objects.select_related("organisation").get(pk=errand.target)
        told = {"by": entry.actor_id, "minutes": entry.data.get("minutes")}
        put(
            person,
            kind,
            topic=UUID(entry.data[topic]) if topic else entry.subject_id,
            mark="" if once else str(entry.pk),
            data={name: value for name, value in told.items() if value is not None},
        )

    return act


say_when_we_meet = telling("meeting_booked", to=everybody_invited)
say_the_new_time = telling("meeting_moved", to=everybody_asked)
say_it_is_off = telling("meeting_cancelled", to=everybody_asked)
remind_of_the_meeting = telling("meeting_soon", to=everybody_who_may_have_forgotten)
say_it_begins = telling("meeting_now", to=everybody_asked)
ask_how_it_was = telling("meeting_review", to=everybody_asked, once=True)
say_who_is_late = telling("meeting_late", to=the_others_asked)
ask_to_agree = telling("agreement_proposed", to=the_other_members)
say_it_rests = telling("mentorship_paused", to=the_other_members)
say_it_goes_on = telling("mentorship_resumed", to=the_other_members)
say_it_is_closing = telling("mentorship_closing", to=the_other_members)
say_it_has_ended = telling("mentorship_ended", to=the_other_members)
say_what_may_help = telling("signal_raised", to=whom_it_concerns)
bring_words = telling("rescue_words", to=whom_the_words_are_for)
ask_questions = inside()(tell_of_questions)
say_somebody_wrote = telling("message_posted", to=the_readers, topic="thread")
