"""A calendar of somebody's that we look into, to offer no time that is taken there."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self
from urllib.parse import urlsplit
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.integrations.busy_ics.allowed_host import hosts_of
from cairn.kernel import clock
from cairn.kernel.egress import Refused, examined
from cairn.meetings.busy import Busy
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from cairn.people.person import Person

MOST, LONGEST = 5, 2_000


class NotAdded(Exception):
    """An address that is not looked into. The text is one kind sentence."""


class BusySourceQuerySet(TenantQuerySet["BusySource"]):
    """Calendars, which only their owner sees."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(person=person)

    def due(self, now: datetime) -> Self:
        """Those to look into now."""
        return self.filter(next_at__lte=now)


class BusySource(TenantRecord):
    """`url` often holds a secret, so it is sealed; `host` may be shown. `fault` is why the last look came to
    nothing, `failures` how often in a row; `digest` and `etag` tell whether anything changed.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    url = SealedTextField()
    host = models.CharField(max_length=253)
    added_at = models.DateTimeField(default=clock.now)
    next_at = models.DateTimeField(default=clock.now)
    read_at = models.DateTimeField(null=True, blank=True, default=None)
    fault = models.CharField(max_length=20, blank=True, default="")
    failures = models.PositiveSmallIntegerField(default=0)
    stretches = models.PositiveIntegerField(default=0)
    etag = models.CharField(max_length=200, blank=True, default="")
    digest = models.CharField(max_length=64, blank=True, default="")

    objects: ClassVar[Any] = BusySourceQuerySet.as_manager()

    class Meta:
        ordering = ("added_at", "id")
        indexes = (models.Index(fields=("next_at",), name="busy_source_due"),)

    def vault_owner(self) -> UUID:
        """Their owner's key."""
        return self.person_id

    @property
    def name(self) -> str:
        """What its stretches are called among those of other calendars."""
        return f"ics:{self.pk}"

    @classmethod
    def add(cls, person: Person, url: str) -> BusySource:
        """Look into one more calendar, soon. Raises NotAdded."""
        address = cleaned(url)
        try:
            host, _port = examined(address, hosts=hosts_of(person.organisation_id))
        except Refused as refusal:
            raise NotAdded(sentence_of(refusal.code)) from refusal
        mine = list(cls.objects.visible_to(person))
        if len(mine) >= MOST:
            raise NotAdded(_("Five calendars are the most we look into. Remove one first."))
        if same := next((each for each in mine if each.url == address), None):
            return same
        made: BusySource = cls.objects.create(
            organisation_id=person.organisation_id, person=person, url=address, host=host
        )
        return made

    @transaction.atomic
    def remove(self) -> None:
        """Forget it, and when its owner was busy there."""
        Busy.objects.filter(person=self.person_id, source=self.name).delete()
        self.delete()


def cleaned(url: str) -> str:
    """The address as we call it: what calendars call webcal is the web."""
    address = url.strip()
    scheme = urlsplit(address).scheme.lower() if "://" in address else ""
    if scheme in {"webcal", "webcals"}:
        address = "https" + address[len(scheme) :]
    if len(address) > LONGEST:
        raise NotAdded(_("This address is too long for one."))
    return address


def sentence_of(code: str) -> Any:
    """Why a calendar is not read, and what to do, for whoever added it."""
    return _SENTENCES.get(code, _SENTENCES["away"])


_SENTENCES = {
    "address": _("This is no address. Copy the whole one, from https:// to its end."),
    "scheme": _("An address of a calendar begins with https:// or webcal://."),
    "port": _("This address leads to a part of a server where no calendars are."),
    "not_allowed": _("Your organisation reads calendars from some places only, and this is none of them."),
    "unknown": _("There is no server with this name. Look for a slip in the address."),
    "private": _("This address leads into a private network, where we do not look."),
    "redirects": _("This address leads on and on. Copy the address of the calendar itself."),
    "packed": _("The server sends this calendar in a form we do not open."),
    "slow": _("The server took too long to answer. We try again by ourselves."),
    "away": _("The server does not answer. We try again by ourselves."),
    "denied": _("The server does not let us read it. Share the calendar by link, and copy that address."),
    "gone": _("There is no calendar at this address any more. Copy it again."),
    "too_big": _("This calendar is larger than 5 MB. Share a smaller one."),
    "too_much": _("This calendar holds more than we can read: an entry comes back too often."),
    "broken": _("What stands at this address is no calendar. Copy the address that ends in .ics."),
    "empty": _("What stands at this address is empty."),
}
