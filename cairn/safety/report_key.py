"""A report key: one wrapped copy of what opens one report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import cipher
from cairn.safety import sealing
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from typing import Self
    from uuid import UUID

    from cairn.people.person import Person
    from cairn.safety.lead_key import LeadKey

LEAD, RECEIPT, HOUSE = "lead", "receipt", "house"
HOLDERS = (LEAD, RECEIPT, HOUSE)


class ReportKeyQuerySet(TenantQuerySet["ReportKey"]):
    """Copies of keys."""

    def visible_to(self, person: Person) -> Self:
        """Those wrapped for this lead."""
        return self.filter(organisation_id=person.organisation_id, lead__person=person)


class ReportKey(TenantRecord):
    """For a lead (`wrapped` to their public key), for the receipt, or waiting in the house (`kept`, under the
    report's key in the vault) until the first lead has a key of their own.
    """

    report = models.ForeignKey("safety.Report", on_delete=models.PROTECT, related_name="keys")
    holder = models.CharField(max_length=8)
    lead = models.ForeignKey(
        "safety.LeadKey", on_delete=models.PROTECT, related_name="+", null=True, blank=True, default=None
    )
    wrapped = models.BinaryField(default=b"", blank=True)
    kept = SealedTextField(blank=True)

    objects: ClassVar[Any] = ReportKeyQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "report", "lead"), name="report_key_once_a_lead"),
            models.CheckConstraint(condition=Q(holder__in=HOLDERS), name="report_key_holder_known"),
            models.CheckConstraint(
                condition=Q(holder=LEAD, lead__isnull=False) | (~Q(holder=LEAD) & Q(lead=None)),
                name="report_key_names_its_lead",
            ),
        )

    def vault_owner(self) -> UUID:
        """The report's own key in the vault, which goes once a lead can open it."""
        return self.report_id

    def place(self) -> bytes:
        """Where the copy stands."""
        return cipher.place(self.organisation_id, "safety_reportkey", "wrapped", self.pk)

    def wrap_for(self, lead: LeadKey, private: bytes) -> None:
        """Let this lead open it."""
        self.holder, self.lead = LEAD, lead
        self.wrapped = sealing.seal_to(bytes(lead.public), private, at=self.place())
        self.save(force_insert=True)

    def wrap_for_receipt(self, receipt: str, private: bytes) -> None:
        """Let whoever holds the receipt open it."""
        self.holder = RECEIPT
        self.wrapped = cipher.seal(private, key=sealing.key_of_receipt(receipt), at=self.place())
        self.save(force_insert=True)

    def keep(self, private: bytes) -> None:
        """Let it wait for the first lead."""
        self.holder, self.kept = HOUSE, private.hex()
        self.save(force_insert=True)
