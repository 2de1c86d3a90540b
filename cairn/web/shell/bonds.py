"""A mentorship as one of its people sees it: with whom, what it is called, and the one next step.

Used by Today and by Together. Six queries at most, two of them for keys, whatever the number of mentorships.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.kernel.text import first_name_of, isolated
from cairn.meetings.looking import next_of
from cairn.mentorships.action import Action
from cairn.mentorships.member import MENTOR, Member
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.next_step import ACT, MEET, NextStep, with_next_steps
from cairn.mentorships.steps import CLOSED
from cairn.people.person import Person
from cairn.vault.keys import keyring
from cairn.web.shell.step_words import WORDS

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from cairn.meetings.meeting import Meeting

#: How many names a title holds before it counts the rest.
NAMES = 2


@dataclass(frozen=True, slots=True)
class Step:
    """What to do now, why, and where; no address where there is only waiting. `action` is the one due,
    to be ticked on the spot.
    """

    code: str
    title: str
    text: str
    label: str = ""
    address: str = ""
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class Bond:
    """`others` are everybody else in it; `names` what they are called together; `living` until it ended;
    `meeting` is the next one that is booked.
    """

    mentorship: Mentorship
    others: list[Person]
    names: str
    step: Step
    living: bool
    meeting: Meeting | None = None

    @property
    def id(self) -> UUID:
        """The mentorship's."""
        found: UUID = self.mentorship.pk
        return found

    @property
    def is_circle(self) -> bool:
        """More than two."""
        return len(self.others) > 1

    @property
    def other(self) -> Person | None:
        """The other one of a pair, whose address both agreed to show."""
        return self.others[0] if len(self.others) == 1 else None


def bonds_of(person: Person, mentorships: QuerySet[Mentorship] | None = None) -> list[Bond]:
    """Of one person; all of theirs unless some are given. Living ones first."""
    rows = Mentorship.objects.visible_to(person) if mentorships is None else mentorships
    members = Prefetch("members", Member.objects.select_related("person"))
    found = with_next_steps(rows.select_related("programme").prefetch_related(members), person)
    due = {step.subject for _each, step in found if step.code == ACT and step.subject}
    actions = {each.pk: each for each in Action.objects.filter(pk__in=due)} if due else {}
    meetings = next_of(each for each, _step in found) if found else {}
    bonds = []
    with keyring(actions.values()):
        for each, step in found:
            action = actions.get(step.subject) if step.code == ACT and step.subject else None
            bonds.append(_bond(each, person, step, action=action, meeting=meetings.get(each.pk)))
    return sorted(bonds, key=lambda bond: not bond.living)


def bond_of(mentorship: Mentorship, person: Person) -> Bond:
    """One of them."""
    (bond,) = bonds_of(person, Mentorship.objects.filter(pk=mentorship.pk))
    return bond


def _bond(
    mentorship: Mentorship,
    person: Person,
    step: NextStep,
    *,
    action: Action | None,
    meeting: Meeting | None,
) -> Bond:
    others = _leaders_first(mentorship, person)
    short = named_together(others, short=True)
    return Bond(
        mentorship=mentorship,
        others=others,
        names=named_together(others, short=len(others) > 1) or mentorship.kind.title,
        step=said(step, mentorship, names=short, action=action, meeting=meeting),
        living=mentorship.state != CLOSED,
        meeting=meeting,
    )


def _leaders_first(mentorship: Mentorship, person: Person) -> list[Person]:
    others = [each for each in mentorship.present() if each.person_id != person.pk]
    return [each.person for each in sorted(others, key=lambda member: member.side != MENTOR)]


def named_together(people: Iterable[Person], *, short: bool = False) -> str:
    """As in "Bruno and Farah", or "Bruno, Farah and 3 more"; nobody is an empty text."""
    names = [isolated(first_name_of(each.name) if short else each.name) for each in people]
    if len(names) <= 1:
        return "".join(names)
    if len(names) == NAMES:
        return _("%(one)s and %(other)s") % {"one": names[0], "other": names[1]}
    more = len(names) - NAMES
    return ngettext("%(names)s and %(more)d more", "%(names)s and %(more)d more", more) % {
        "names": ", ".join(names[:NAMES]),
        "more": more,
    }


def said(
    step: NextStep,
    mentorship: Mentorship,
    *,
    names: str,
    action: Action | None = None,
    meeting: Meeting | None = None,
) -> Step:
    """A next step in words, with the page it is done on."""
    home = reverse("together:mentorship", args=[mentorship.pk])
    words = WORDS[step.code]
    page = words.page
    if page == "goal":
        address = reverse("together:goal", args=[mentorship.pk, step.subject])
    elif page.startswith("#"):
        address = home + page
    else:
        route = page if ":" in page else f"together:{page}"
        address = reverse(route, args=[mentorship.pk]) if page else ""
    if step.code == MEET and meeting:
        return _booked(meeting)
    text = _in_words(action) if action else words.text % {"names": names}
    return Step(step.code, str(words.title), text, str(words.label), address, action)


def _booked(meeting: Meeting) -> Step:
    """When, and the page of the meeting."""
    page = reverse("meetings:meeting", args=[meeting.pk])
    text = _("Bring one question. Half an hour is enough.")
    return Step(MEET, _day_of(meeting), text, _("Open the agenda"), page)


def _day_of(meeting: Meeting) -> str:
    """In the reader's time zone, with the weekday."""
    return date_format(localtime(meeting.starts_at), "l, j F, H:i")


def _in_words(action: Action) -> str:
    return f"{action.when} → {action.then}" if action.when else str(action.then)
