"""An agreement: how two or more people will work together, in versions; each says yes to each version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet
from cairn.mentorships.member import Member
from cairn.mentorships.refusal import Refused
from cairn.mentorships.terms import Terms
from cairn.vault.sealed import SealedJSONField

if TYPE_CHECKING:
    from typing import Self

    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person


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

    @classmethod
    @transaction.atomic
    def propose(cls, mentorship: Mentorship, *, by: Person, terms: Terms) -> Agreement:
        """A new version, with the yes of who proposes it; the one in force stays until all said yes."""
        mentorship.lock_living(by)
        terms.refuse_unless_sane(today=clock.today())
        latest = cls.objects.filter(mentorship=mentorship).first()
        made: Agreement = cls.objects.create(
            organisation_id=mentorship.organisation_id,
            mentorship=mentorship,
            version=latest.version + 1 if latest else 1,
            by=by,
            at=clock.now(),
            **terms.columns(),
        )
        made._record("agreement.proposed", by)
        made.consent(by)
        return made

    @transaction.atomic
    def consent(self, person: Person) -> Consent:
        """Say yes; the last yes puts it in force. Saying it twice changes nothing."""
        self.mentorship.lock_living(person)
        if Agreement.objects.filter(mentorship=self.mentorship_id, version__gt=self.version).exists():
            raise Refused("outdated", _("There is a newer version. Please read that one."))
        consent, new = Consent.objects.get_or_create(
            agreement=self,
            person=person,
            defaults={"organisation_id": self.organisation_id, "at": clock.now()},
        )
        if new:
            self._record("agreement.agreed", person)
            self.settle(by=person)
        return consent

    def settle(self, *, by: Person | None) -> None:
        """Put it in force once everybody who is there said yes; the caller holds the mentorship's lock."""
        said = set(self.consents.values_list("person_id", flat=True))
        there = Member.objects.present().filter(mentorship=self.mentorship_id)
        if self.agreed_at or not set(there.values_list("person_id", flat=True)) <= said:
            return
        self.agreed_at = clock.now()
        self.save(update_fields=["agreed_at"])
        self.mentorship.agree_on(last_day=self.ends_on)
        self.mentorship.record("mentorship.agreed", by, version=self.version)

    def _record(self, verb: str, by: Person) -> None:
        data = {"mentorship": self.mentorship_id, "version": self.version}
        record(verb, organisation=self.organisation_id, actor=by, subject=self, data=data, privacy="P2")

    def as_terms(self) -> Terms:
        """Its terms, to begin the next version from."""
        return Terms(
            rhythm_days=self.rhythm_days,
            minutes=self.minutes,
            channel=self.channel,
            response_days=self.response_days,
            notes_shared=self.notes_shared,
            recording=self.recording,
            ends_on=self.ends_on,
            words=self.terms or {},
        )


class ConsentQuerySet(TenantQuerySet["Consent"]):
    """Yeses."""

    def visible_to(self, person: Person) -> Self:
        """Those of the agreements this person may read."""
        return self.filter(agreement__in=Agreement.objects.visible_to(person).values("pk"))


class Consent(TenantRecord):
    """One person's yes to one version."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="consents")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects: ClassVar[Any] = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (models.UniqueConstraint(fields=("agreement", "person"), name="consent_said_once"),)
