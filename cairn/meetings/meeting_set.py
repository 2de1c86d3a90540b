"""Which meetings: whose, in which state, and whose moment has come."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Exists, OuterRef, Q

from cairn.accounts.tenancy import TenantQuerySet
from cairn.meetings import state as states
from cairn.meetings.attendee import Attendee
from cairn.meetings.kinds import LETTER, OPEN_KINDS
from cairn.programmes.programme import Programme

if TYPE_CHECKING:
    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person

REMIND = timedelta(hours=24)
OPENS = timedelta(minutes=10)


class MeetingQuerySet(TenantQuerySet[Any]):
    """Meetings, the next one first."""

    def visible_to(self, person: Person) -> Self:
        """Those one is asked to, and those of one's programmes that have seats for whoever wants to come."""
        open_to_all = Q(
            kind__in=OPEN_KINDS, programme__in=Programme.objects.taken_part_in_by(person).values("pk")
        )
        mine = self.model.objects.filter(attendees__person=person).values("pk")
        return self.filter(Q(pk__in=mine) | open_to_all, organisation_id=person.organisation_id)

    def of_person(self, person: Person) -> Self:
        """Those one takes part in."""
        return self.filter(organisation_id=person.organisation_id, attendees__person=person)

    def of_mentorship(self, mentorship: Mentorship) -> Self:
        """All of one mentorship, whatever became of them."""
        return self.filter(organisation_id=mentorship.organisation_id, mentorship=mentorship)

    def standing(self) -> Self:
        """Booked and not over."""
        return self.filter(state__in=states.STANDING)

    def ahead(self, now: datetime) -> Self:
        """Booked, and not ended yet."""
        return self.filter(state__in=states.STANDING, ends_at__gt=now)

    def proposed(self) -> Self:
        """Times held until somebody picks one."""
        return self.filter(state=states.PROPOSED)

    def took_place(self) -> Self:
        """Held."""
        return self.filter(state__in=states.TOOK_PLACE)

    def due_reminder(self, now: datetime) -> Self:
        """Those that begin within a day and of which nobody was reminded."""
        timed = self.filter(state=states.BOOKED, starts_at__lte=now + REMIND, starts_at__gt=now)
        return timed.exclude(kind=LETTER)

    def opening(self, now: datetime) -> Self:
        """Those whose door opens: ten minutes before they begin."""
        return self.filter(state__in=states.AHEAD, starts_at__lte=now + OPENS).exclude(kind=LETTER)

    def ending(self, now: datetime) -> Self:
        """Those whose time is over and of which nobody was asked yet how it went."""
        return self.filter(state__in=states.STANDING, ends_at__lte=now, over_at__isnull=True).exclude(
            kind=LETTER
        )

    def believed(self, now: datetime, *, hours: int) -> Self:
        """Those somebody said took place, `hours` ago, while nobody objected."""
        said = Attendee.objects.filter(meeting=OuterRef("pk"))
        old = said.filter(tapped_at__lte=now - timedelta(hours=hours))
        return self.filter(Exists(old), state__in=states.STANDING, ends_at__lte=now).exclude(
            Exists(said.filter(objected_at__isnull=False))
        )

    def lapsed(self, now: datetime) -> Self:
        """Proposed times nobody can pick any more."""
        return self.filter(state=states.PROPOSED, starts_at__lte=now)

    def with_people(self) -> Self:
        """With everybody who is asked at hand."""
        return self.select_related("mentorship", "programme", "organisation").prefetch_related(
            "attendees__person__organisation"
        )
