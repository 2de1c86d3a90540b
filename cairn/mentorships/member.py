"""Who takes part in a mentorship, and on which side."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord


class MemberQuerySet(TenantQuerySet["Member"]):
    """Members, reached through their mentorship."""


class Member(TenantRecord):
    """One person's place in a mentorship; a pair has two, a circle has several."""

    mentorship = models.ForeignKey("mentorships.Mentorship", on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=10)

    objects: ClassVar[Any] = MemberQuerySet.as_manager()

    class Meta:
        ordering = ("side", "id")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "mentorship", "person"), name="member_once"),
        )
