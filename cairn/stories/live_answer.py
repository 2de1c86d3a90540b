"""A live answer: once a month a role model answers for half an hour, to fifty people at most."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.meetings import state
from cairn.meetings.kinds import WEBINAR
from cairn.meetings.seating import announce
from cairn.stories.follow import FOLLOW
from cairn.stories.month_place import month_of
from cairn.stories.offering import format_of
from cairn.stories.refusal import Refused
from cairn.stories.role_model import RoleModel

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person

MOST_SEATS = 50


class LiveAnswerQuerySet(TenantQuerySet["LiveAnswer"]):
    """Live answers, the next one first."""

    def visible_to(self, person: Person) -> Self:
        """Those of the role models one may see."""
        return self.filter(role_model__in=RoleModel.objects.visible_to(person).values("pk"))

    def ahead(self, now: datetime) -> Self:
        """Announced, and not over."""
        return self.filter(meeting__state__in=state.STANDING, meeting__ends_at__gt=now)


class LiveAnswer(TenantRecord):
    """The meeting is a webinar with seats, like any other; `month` keeps it to one a month."""

    role_model = models.ForeignKey("stories.RoleModel", on_delete=models.PROTECT, related_name="live")
    meeting = models.OneToOneField("meetings.Meeting", on_delete=models.PROTECT, related_name="+")
    month = models.DateField()

    objects: ClassVar[Any] = LiveAnswerQuerySet.as_manager()

    class Meta:
        ordering = ("meeting__starts_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("role_model", "month"), name="live_answer_once_a_month"),
        )

    @classmethod
    @transaction.atomic
    def announce(
        cls, role_model: RoleModel, *, at: datetime, title: str, seats: int = MOST_SEATS
    ) -> LiveAnswer:
        """Invite everybody. Raises Refused, or what booking raises."""
        kind, month = format_of(role_model.programme, FOLLOW), month_of(role_model.person, at)
        if kind is None or role_model.shown_at is None:
            raise Refused("not_shown", _("Open your path first; then you can invite."))
        if not 1 <= seats <= MOST_SEATS:
            raise Refused("out_of_bounds", _("Between 1 and 50 seats, so that questions find their turn."))
        if cls.objects.filter(role_model=role_model, month=month).exists():
            raise Refused("once_a_month", _("You answer live once a month. That month is taken."))
        meeting = announce(
            role_model.programme,
            host=role_model.person,
            kind=WEBINAR,
            title=title,
            at=at,
            minutes=kind.minutes,
            seats=seats,
        )
        made: LiveAnswer = cls.objects.create(
            organisation_id=role_model.organisation_id, role_model=role_model, meeting=meeting, month=month
        )
        role_model.record("live_answer.announced", role_model.person, meeting=meeting.pk)
        return made
