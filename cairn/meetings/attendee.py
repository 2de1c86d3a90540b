"""Who is asked to a meeting, what they answered, and whether they say it took place."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantRecord
from cairn.meetings.facts import OfMeetingQuerySet

HOST, GUEST = "host", "guest"
NEEDS_ACTION, ACCEPTED, DECLINED, TENTATIVE = "needs_action", "accepted", "declined", "tentative"
ANSWERS = (NEEDS_ACTION, ACCEPTED, DECLINED, TENTATIVE)


class AttendeeQuerySet(OfMeetingQuerySet["Attendee"]):
    """Attendees, reached through their meeting."""


class Attendee(TenantRecord):
    """One person at one meeting. `role` is their side in the mentorship, or host or guest; `seat` numbers the
    guests where seats are limited. `came` is None until somebody says.
    """

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="attendees")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=10, default=GUEST)
    answer = models.CharField(max_length=12, default=NEEDS_ACTION)
    came = models.BooleanField(null=True, blank=True, default=None)
    seat = models.PositiveSmallIntegerField(null=True, blank=True, default=None)
    tapped_at = models.DateTimeField(null=True, blank=True, default=None)
    objected_at = models.DateTimeField(null=True, blank=True, default=None)
    reviewed_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = AttendeeQuerySet.as_manager()

    class Meta:
        ordering = ("role", "id")
        constraints = (
            models.UniqueConstraint(fields=("meeting", "person"), name="attendee_once"),
            models.UniqueConstraint(fields=("meeting", "seat"), name="attendee_seat_once"),
            models.CheckConstraint(condition=models.Q(answer__in=ANSWERS), name="attendee_answer_known"),
        )
        indexes = (models.Index(fields=("person", "meeting"), name="attendee_by_person"),)
