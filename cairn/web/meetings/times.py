"""Finding a time: three buttons first, more times below, letters where no hour suits everybody."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cairn.kernel import clock
from cairn.meetings.booking import LONGEST, SHORTEST, book
from cairn.meetings.kinds import CIRCLE, LETTER, PAIR
from cairn.meetings.lettering import open_letters
from cairn.meetings.meeting import Meeting
from cairn.meetings.proposing import minutes_of, people_of, spread
from cairn.meetings.refusal import Refused
from cairn.meetings.rules import may_change
from cairn.meetings.slots import Slot, slots_for, zone_of
from cairn.mentorships.mentorship import Mentorship
from cairn.people.person import Person
from cairn.web.meetings.doors import attempt, meeting_for, mentorship_for
from cairn.web.meetings.when import by_day, moment_in, told
from cairn.web.shell.visiting import Visit, for_a_person

AHEAD = 28


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def times(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """A click chooses the time, and it is booked."""
    mentorship = mentorship_for(request.person, mentorship_id)
    minutes = _minutes(request, mentorship)
    if request.method == "POST" and (meeting := _book(request, mentorship, minutes)):
        return redirect("meetings:meeting", meeting.pk)
    people = people_of(mentorship)
    own = list(Meeting.objects.of_mentorship(mentorship).proposed())
    held = [Slot(each.starts_at, each.ends_at) for each in own if _still_held(each, minutes)]
    slots = slots_for(people, minutes=minutes, days=AHEAD, own=own)
    context = {
        "mentorship": mentorship,
        "others": mentorship.others(request.person),
        "minutes": minutes,
        "lengths": sorted({*mentorship.kind.lengths, minutes_of(mentorship)}),
        **shown(request.person, people, slots, first=held),
    }
    return render(request, "meetings/times.html", context)


def shown(
    reader: Person, people: list[Person], slots: list[Slot], *, first: list[Slot] | None = None
) -> dict[str, Any]:
    """Three to begin with, held ones if there are, and all by day in the reader's zone."""
    others = [person for person in people if person.pk != reader.pk]
    best = first or spread(slots, people)
    return {
        "zone": zone_of(reader),
        "best": [told(each.starts_at, each.ends_at, reader, others) for each in best],
        "days": by_day(slots, reader, others),
    }


def _still_held(meeting: Meeting, minutes: int) -> bool:
    now = clock.now()
    return meeting.starts_at > now and (meeting.held_until or now) > now and meeting.minutes == minutes


def _minutes(request: Visit, mentorship: Mentorship) -> int:
    asked = request.GET.get("minutes", "")
    minutes = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < len("1000") else 0
    return minutes if SHORTEST <= minutes <= LONGEST else minutes_of(mentorship)


def _book(request: Visit, mentorship: Mentorship, minutes: int) -> Meeting | None:
    at = moment_in(request.POST.get("at", ""))
    if at is None:
        messages.warning(request, _("Please choose one of the times."))
        return None
    people = people_of(mentorship)
    kind = PAIR if len(people) == len("ab") else CIRCLE
    try:
        meeting = book(
            people=people, at=at, minutes=minutes, by=request.person, mentorship=mentorship, kind=kind
        )
    except Refused as refused:
        messages.warning(request, str(refused))
        return None
    messages.success(request, _("Booked. An invitation for everybody's calendar is on its way."))
    return meeting


@for_a_person
@require_POST
def letters(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """Meet in writing: a week for the same agenda."""
    mentorship = mentorship_for(request.person, mentorship_id)
    attempt(request, lambda: open_letters(mentorship, by=request.person))
    standing = Meeting.objects.of_mentorship(mentorship).standing().filter(kind=LETTER).first()
    if standing is None:
        return redirect("meetings:times", mentorship_id)
    return redirect("meetings:meeting", standing.pk)


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def moving(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Another time for the same meeting."""
    meeting = meeting_for(request.person, meeting_id)
    at = moment_in(request.POST.get("at", ""))
    if request.method == "POST" and at is None:
        messages.warning(request, _("Please choose one of the times."))
    elif at is not None and attempt(
        request, lambda: meeting.reschedule(at, by=request.person), said=_("Moved. Everybody is told.")
    ):
        return redirect("meetings:meeting", meeting_id)
    people = [each.person for each in meeting.attendees.all()]
    slots = slots_for(people, minutes=meeting.minutes, days=AHEAD, own=[meeting])
    slots = [slot for slot in slots if slot.starts_at != meeting.starts_at]
    context = {
        "meeting": meeting,
        "others": meeting.others(request.person),
        "when": told(meeting.starts_at, meeting.ends_at, request.person),
        "may_change": may_change(request.person, meeting),
        "minutes": meeting.minutes,
        **shown(request.person, people, slots),
    }
    return render(request, "meetings/times.html", context)
