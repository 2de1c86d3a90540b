"""Offering: who answers questions about a topic, and when, over every programme one takes part in.

People are not chosen first: a topic leads to times, and each time to whoever has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from cairn.kernel import clock
from cairn.meetings.habits import habits_of
from cairn.meetings.office_hours import OfficeHours
from cairn.meetings.slots import availability_of, zone_of
from cairn.meetings.weaving import (
    Availability,
    Span,
    starts,
    to_minute,
    to_minute_after,
    to_moment,
    weave,
)
from cairn.people.skill_claim import OFFERED, SkillClaim
from cairn.people.taxonomy import taxonomy
from cairn.programmes.enrolment import MENTOR, Enrolment
from cairn.programmes.format import Format
from cairn.programmes.programme import OPEN, RUNNING, Programme
from cairn.stories.giving import given_by
from cairn.stories.month_place import given, month_of

if TYPE_CHECKING:
    from cairn.people.person import Person

AHEAD = 14
#: So many experts are looked at, those who gave least first; so many times are shown of each.
MOST_EXPERTS, OF_EACH, MOST = 24, 3, 12
FLASH = "topic_slot"
#: Minutes of a day, and between two times offered on one.
DAY, APART = 24 * 60, 60


@dataclass(frozen=True, slots=True)
class Offer:
    """A time with somebody who knows; both in the asker's sight."""

    starts_at: datetime
    ends_at: datetime
    expert: Enrolment


def programmes_of(person: Person, trait: str) -> dict[UUID, tuple[Programme, Format]]:
    """The programmes one takes part in that offer a format of such behaviour, with that format."""
    here = Programme.objects.taken_part_in_by(person).filter(state__in=(OPEN, RUNNING))
    found = {}
    for programme in here:
        kind = format_of(programme, trait)
        if kind is not None:
            found[programme.pk] = (programme, kind)
    return found


def looked_after(person: Person, trait: str) -> list[Programme]:
    """The programmes one runs that offer a format of such behaviour."""
    return [each for each in Programme.objects.visible_to(person) if format_of(each, trait)]


def format_of(programme: Programme, trait: str) -> Format | None:
    """The format of a programme that behaves so."""
    return next((each for each in programme.formats() if each.has(trait)), None)


def place_of(programme: Programme, person: Person, *, side: str = "") -> Enrolment | None:
    """Somebody's place in a programme: on a side where they have one there, else any."""
    places: list[Enrolment] = list(
        Enrolment.objects.present()
        .filter(programme=programme, person=person)
        .select_related("programme", "person__organisation")
        .order_by("side")
    )
    return next((each for each in places if each.side == side), places[0] if places else None)


def experts_on(person: Person, topic: str = "") -> list[Enrolment]:
    """Mentors of those programmes who offer a topic (or any) and still give a slot this month or the next;
    who gave least stands first.
    """
    here = programmes_of(person, FLASH)
    mentors = Enrolment.objects.visible_to(person).present().filter(programme__in=list(here), side=MENTOR)
    claims = SkillClaim.objects.filter(side=OFFERED)
    knowing = claims.filter(code__in=codes_of(topic)) if topic else claims
    mentors = mentors.filter(person__in=knowing.values("person")).exclude(person=person)
    found = {
        each.person_id: each
        for each in mentors.select_related("person__organisation", "programme")
        if each.takes_part_in(here[each.programme_id][1].id)
    }
    # The asker's months are near enough to look by; whoever books is counted by the expert's own.
    months = {month_of(person, clock.now() + timedelta(days=days)) for days in (0, AHEAD)}
    gave, gives = given(found, months), given_by(found)
    free = [
        each
        for each in found.values()
        if any(gave[each.person_id, month] < gives[each.person_id] for month in months)
    ]
    return sorted(free, key=lambda each: (sum(gave[each.person_id, month] for month in months), each.pk))


def codes_of(topic: str) -> list[str]:
    """The topic and what is narrower."""
    return [topic, *taxonomy.skills().children(topic)]


def topics_for(person: Person, *, limit: int = 12) -> list[str]:
    """Codes of what the experts of one's programmes offer, the commonest first."""
    people = [each.person_id for each in experts_on(person)]
    counted: dict[str, int] = defaultdict(int)
    claims = SkillClaim.objects.filter(person__in=people, side=OFFERED).order_by()
    for code in claims.values_list("code", flat=True):
        counted[code] += 1
    return sorted(counted, key=lambda code: (-counted[code], code))[:limit]


def offers_on(person: Person, topic: str, *, days: int = AHEAD, limit: int = MOST) -> list[Offer]:
    """Times across all experts on a topic, the soonest first. The queries do not grow with the experts."""
    experts = experts_on(person, topic)[:MOST_EXPERTS]
    if not experts:
        return []
    kinds = programmes_of(person, FLASH)
    now = clock.now()
    people = [person, *(each.person for each in experts)]
    notice = {pk: now + timedelta(hours=each.notice_hours) for pk, each in habits_of(people).items()}
    within = (to_minute_after(notice[person.pk]), to_minute(now + timedelta(days=days)))
    mine, *theirs = availability_of(people, within=within)
    windows = _windows(experts)
    offers = [
        offer
        for expert, free in zip(experts, theirs, strict=True)
        for offer in _of_one(
            expert,
            [mine, free, *windows.get(expert.person_id, ())],
            minutes=kinds[expert.programme_id][1].minutes,
            within=(max(within[0], to_minute_after(notice[expert.person_id])), within[1]),
            zone=zone_of(person),
        )
    ]
    return sorted(_still_given(offers), key=lambda each: (each.starts_at, each.expert.pk))[:limit]


def keeps_hours(expert: Enrolment, at: datetime, *, minutes: int) -> bool:
    """Whether a time lies within the office hours somebody keeps for the programme, if they keep any."""
    within = (to_minute(at), to_minute(at) + minutes)
    windows = _windows([expert]).get(expert.person_id, ())
    return not windows or bool(weave(windows, minutes=minutes, within=within))


def _windows(experts: Sequence[Enrolment]) -> dict[UUID, list[Availability]]:
    """Who keeps office hours for the programme answers within them; by person id."""
    hosts = {each.person_id: each for each in experts}
    rows = OfficeHours.objects.open().filter(host__in=list(hosts))
    hours: dict[UUID, list[tuple[int, int, int]]] = defaultdict(list)
    for row in rows:
        if row.programme_id == hosts[row.host_id].programme_id:
            hours[row.host_id].append((row.weekday, row.start, row.end))
    return {
        host: [Availability(zone=zone_of(hosts[host].person), hours=spans)] for host, spans in hours.items()
    }


def _of_one(
    expert: Enrolment, together: Sequence[Availability], *, minutes: int, within: Span, zone: str
) -> list[Offer]:
    spans = weave(together, minutes=minutes, within=within) if within[0] < within[1] else []
    begins = _spread(starts(spans, minutes=minutes, zone=zone))
    return [Offer(to_moment(each), to_moment(each + minutes), expert) for each in begins]


def _spread(begins: Iterable[int]) -> list[int]:
    """A few of many: one a day first, then another an hour or more later on the same days."""
    days: dict[int, list[int]] = defaultdict(list)
    for begin in begins:
        of_day = days[begin // DAY]
        if not of_day or begin >= of_day[-1] + APART:
            of_day.append(begin)
    ranked = sorted((place, begin) for of_day in days.values() for place, begin in enumerate(of_day))
    return [begin for _place, begin in ranked[:OF_EACH]]


def _still_given(offers: Iterable[Offer]) -> list[Offer]:
    """Without times in months in which an expert has given what they give."""
    offers = list(offers)
    people = {each.expert.person_id for each in offers}
    months = {month_of(each.expert.person, each.starts_at) for each in offers}
    gave, gives = given(people, months), given_by(people)
    return [
        each
        for each in offers
        if gave[each.expert.person_id, month_of(each.expert.person, each.starts_at)]
        < gives[each.expert.person_id]
    ]
