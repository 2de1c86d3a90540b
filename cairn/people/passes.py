"""A pass: one act, signed for one person, for a while, once. It is what a button in an e-mail carries.

The token is 32 random bytes; only its SHA-256 is kept, so a stolen table opens nothing. Looking never spends
a pass (link scanners look); only `redeem`, called from a POST, does, and of two at the same moment one wins.
"""

import hashlib
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock

if TYPE_CHECKING:
    from cairn.people.person import Person


class PassQuerySet(TenantQuerySet["Pass"]):
    """Passes: nobody lists them."""

    def visible_to(self, person: "Person") -> Self:  # noqa: ARG002 - the answer is the same for everybody
        """None: a pass is shown by holding its token."""
        return self.none()

    def open(self) -> Self:
        """Neither spent nor run out."""
        return self.filter(used_at__isnull=True, expires_at__gt=clock.now())

    def spent_before(self, moment: Any) -> Self:
        """Run out before a moment: nothing can be done with these any more."""
        return self.filter(expires_at__lt=moment)


class Pass(TenantRecord):
    """`purpose` names the act ("proposal.accept"), `subject` the row it is about."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=60)
    subject = models.UUIDField()
    token_hash = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField(default=clock.now, editable=False)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = PassQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("subject", "purpose"), name="pass_by_subject"),)

    def __str__(self) -> str:
        return self.purpose

    @classmethod
    def issue(cls, *, person: "Person", purpose: str, subject: UUID, lasts: timedelta) -> str:
        """A new pass; the token returned here is seen this once and never again."""
        token = secrets.token_urlsafe(32)
        cls.objects.create(
            organisation_id=person.organisation_id,
            person=person,
            purpose=purpose,
            subject=subject,
            token_hash=_hash(token),
            expires_at=clock.now() + lasts,
        )
        return token

    @classmethod
    def look(cls, token: str) -> "Pass | None":
        """The open pass a token stands for; changes nothing."""
        passes = cls.objects.open().select_related("person", "organisation")
        found: Pass | None = passes.filter(token_hash=_hash(token)).first()
        return found

    @classmethod
    def redeem(cls, token: str, *, purpose: str) -> "Pass | None":
        """Spend the pass for this act. None when it is spent, has run out, or is for another act."""
        held = cls.objects.open().filter(token_hash=_hash(token), purpose=purpose)
        if held.update(used_at=clock.now()) != 1:
            return None
        spent: Pass = cls.objects.select_related("person", "organisation").get(token_hash=_hash(token))
        return spent


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
