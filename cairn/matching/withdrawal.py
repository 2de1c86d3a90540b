"""A withdrawal: who took a publication back, and when."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord


class WithdrawalQuerySet(TenantQuerySet["Withdrawal"]):
    """Withdrawals are reached through their publication."""


class Withdrawal(TenantRecord):
    """The fact that a publication was taken back before it left."""

    publication = models.OneToOneField(
        "matching.Publication", on_delete=models.PROTECT, related_name="withdrawal"
    )
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects: ClassVar[Any] = WithdrawalQuerySet.as_manager()
