"""A report: what somebody says must not be, sealed to the safeguarding leads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import cipher, clock
from cairn.people.role import SAFEGUARDING, Role
from cairn.safety import sealing
from cairn.safety.lead_key import LeadKey
from cairn.safety.report_key import RECEIPT, ReportKey

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person


class ReportQuerySet(TenantQuerySet["Report"]):
    """Reports, the newest first."""

    def visible_to(self, person: Person) -> Self:
        """Those a safeguarding lead holds a key of; for nobody else they exist."""
        lead = Role.objects.filter(person=person, role=SAFEGUARDING)
        held = ReportKey.objects.visible_to(person).values("report_id")
        return self.filter(Q(pk__in=held) & models.Exists(lead), organisation_id=person.organisation_id)

    def with_receipt(self, receipt: str) -> Self:
        """The one a receipt was given for."""
        return self.filter(receipt_name=sealing.name_of_receipt(receipt))


class Report(TenantRecord):
    """What it says, who says it and whom it is about all lie in `sealed`; the row tells only when."""

    public = models.BinaryField()
    sealed = models.BinaryField()
    receipt_name = models.CharField(max_length=32)
    filed_at = models.DateTimeField(default=clock.now)

    objects: ClassVar[Any] = ReportQuerySet.as_manager()

    class Meta:
        ordering = ("-filed_at", "-id")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "receipt_name"), name="report_receipt_once"),
        )

    def place(self) -> bytes:
        """Where the words stand."""
        return cipher.place(self.organisation_id, "safety_report", "sealed", self.pk)

    def read_as(self, person: Person, passphrase: str) -> dict[str, Any]:
        """What it says, for a lead; raises WrongPassphrase, and DoesNotExist for one without a key."""
        lead = LeadKey.objects.visible_to(person).get()
        key = self.keys.get(lead=lead)
        private = sealing.open_with(lead.unlock(passphrase), bytes(key.wrapped), at=key.place())
        return self.opened(private)

    def read_with(self, receipt: str) -> dict[str, Any]:
        """What it says, for whoever filed it."""
        key = self.keys.get(holder=RECEIPT)
        private = cipher.unseal(bytes(key.wrapped), key=sealing.key_of_receipt(receipt), at=key.place())
        return self.opened(private)

    def opened(self, private: bytes) -> dict[str, Any]:
        """What it says."""
        told: dict[str, Any] = json.loads(sealing.open_with(private, bytes(self.sealed), at=self.place()))
        return told
