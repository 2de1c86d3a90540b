"""An agreement: how two or more people will work together, in versions; each says yes to each version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q

from cairn.accounts.tenancy import TenantRecord
from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet
from cairn.vault.sealed import SealedJSONField

if TYPE_CHECKING:
    from typing import Self


CHANNELS = ("video", "phone", "in_person", "written")


class AgreementQuerySet(OfMentorshipQuerySet["Agreement"]):
    """Versions of agreements."""

    def agreed(self) -> Self:
        """Those everybody said yes to."""
        return self.filter(agreed_at__isnull=False)


class Agreement(OfMentorship):
    """One version. The newest that everybody agreed to is in force; a newer one waits beside it until then.

    `terms` holds the words (purpose, preparation, needs), sealed; what programs work with stands in columns:
    days between meetings, minutes of one, days within which one answers, whether notes are shared, whether a
    recording may be asked for (each time again), and the last day. `by` is nobody for the pre-filled first.
    """

    version = models.PositiveSmallIntegerField()
    rhythm_days = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    channel = models.CharField(max_length=10, choices=[(each, each) for each in CHANNELS])
    response_days = models.PositiveSmallIntegerField()
    notes_shared = models.BooleanField(default=True)
    recording = models.BooleanField(default=False)
    terms = SealedJSONField(blank=True)
    ends_on = models.DateField(null=True, blank=True, default=None)
    by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", null=True, blank=True, default=None
    )
    at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ("mentorship", "-version")
        constraints = (
            models.UniqueConstraint(fields=("mentorship", "version"), name="agreement_version_once"),
            models.CheckConstraint(condition=Q(channel__in=CHANNELS), name="agreement_channel_known"),
            models.CheckConstraint(
                condition=Q(
                    rhythm_days__range=(1, 365), minutes__range=(5, 480), response_days__range=(1, 30)
                ),
                name="agreement_numbers_sane",
            ),
        )


class Consent(TenantRecord):
    """One person's yes to one version."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="consents")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")
        constraints = (models.UniqueConstraint(fields=("agreement", "person"), name="consent_said_once"),)
