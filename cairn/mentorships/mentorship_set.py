"""Which mentorships: whose, in which state, and whose moment has come."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Coalesce

from cairn.accounts.tenancy import TenantQuerySet
from cairn.mentorships.member import Member
from cairn.mentorships.pause import Pause
from cairn.mentorships.steps import CLOSED, CLOSING, FORMING, WORKING

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person
    from cairn.programmes.programme import Programme


class MentorshipQuerySet(TenantQuerySet[Any]):
    """Mentorships, oldest first."""

    def visible_to(self, person: Person) -> Self:
        """Those a person is a member of now; a coordinator reaches a programme's through the programme."""
        mine = Member.objects.present().filter(person=person).values("mentorship_id")
        return self.filter(organisation_id=person.organisation_id, pk__in=mine)

    def in_programme(self, programme: Programme) -> Self:
        return self.filter(organisation_id=programme.organisation_id, programme=programme)

    def living(self) -> Self:
        """Not closed."""
        return self.exclude(state=CLOSED)

    def resting(self) -> Self:
        """With a pause that stands."""
        return self.living().filter(Exists(Pause.objects.standing().filter(mentorship=OuterRef("pk"))))

    def awake(self) -> Self:
        """Living, and not paused."""
        return self.living().filter(~Exists(Pause.objects.standing().filter(mentorship=OuterRef("pk"))))

    def closing_due(self, on: date, *, days: int) -> Self:
        """Whose last day is no more than `days` away, and who have not begun to close."""
        near = on + timedelta(days=days)
        return self.awake().filter(state__in=(FORMING, WORKING), ends_on__lte=near)

    def overdue(self, on: date, *, grace: int) -> Self:
        """In closing, and `grace` days past their last day."""
        return self.awake().filter(state=CLOSING, ends_on__lt=on - timedelta(days=grace))

    def silent_since(self, moment: datetime) -> Self:
        """Who have not met, and have not said they go on, since a moment."""
        heard = Coalesce(F("heard_at"), F("begun_at"))
        return self.awake().annotate(_heard=heard).filter(_heard__lte=moment)

    def idle(self, at: datetime, *, days: int) -> Self:
        """Silent for `days`, and not asked about it yet."""
        silent = self.silent_since(at - timedelta(days=days))
        return silent.filter(state__in=(FORMING, WORKING), asked_at__isnull=True)

    def inactive(self, at: datetime, *, grace: int) -> Self:
        """Asked whether they go on, `grace` days ago, and nobody said so."""
        return self.awake().filter(asked_at__lte=at - timedelta(days=grace))
