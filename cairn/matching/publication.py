"""A publication: pairs on their way out, with ten minutes to take them back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.matching.refusal import Refused
from cairn.matching.withdrawal import Withdrawal

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Self

    from cairn.matching.run import Run
    from cairn.people.person import Person
    from cairn.programmes.programme import Programme

GRACE = timedelta(minutes=10)
WAITING, SENT, WITHDRAWN = "waiting", "sent", "withdrawn"
STATES = (WAITING, SENT, WITHDRAWN)


class PublicationQuerySet(TenantQuerySet["Publication"]):
    """Publications, newest last."""

    def visible_to(self, person: Person) -> Self:
        """Coordinators of the programme."""
        from cairn.matching.run import Run  # noqa: PLC0415 - the two nouns name each other

        return self.filter(run__in=Run.objects.visible_to(person))

    def waiting(self) -> Self:
        """Those that have neither left nor been taken back."""
        return self.filter(state=WAITING)

    def due(self, now: datetime) -> Self:
        """Those whose ten minutes are over and that nobody took back."""
        return self.waiting().filter(leaves_at__lte=now)

    def waiting_in(self, programme: Programme) -> Publication | None:
        """The one that is on its way out, if any; there is never a second."""
        return self.filter(programme=programme, state=WAITING).first()


class Publication(TenantRecord):
    """A run on its way to its people. One is waiting per programme at most, and a sent one is sent once.

    `state` moves once, from waiting to sent or to withdrawn, by a conditional update: whichever comes first
    wins.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    run = models.ForeignKey("matching.Run", on_delete=models.PROTECT, related_name="publications")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    leaves_at = models.DateTimeField()
    state = models.CharField(max_length=10, default=WAITING)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "programme"),
                condition=models.Q(state=WAITING),
                name="publication_one_waiting",
            ),
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="publication_state_known"),
        )

    @classmethod
    @transaction.atomic
    def prepare(cls, run: Run, *, by: Person) -> Publication:
        """Nothing leaves yet: the run is held as it stands, and goes out in ten minutes unless taken back."""
        if cls.objects.waiting_in(run.programme):
            raise Refused("already_leaving", _("A publication of this programme is already on its way."))
        now = clock.now()
        made = cls.objects.create(
            organisation_id=run.organisation_id,
            programme_id=run.programme_id,
            run=run,
            by=by,
            at=now,
            leaves_at=now + GRACE,
        )
        made.record("publication.prepared", by)
        return made

    @transaction.atomic
    def withdraw(self, *, by: Person) -> Withdrawal:
        """Take it back: nothing was sent, nothing will be. Refused once it has left."""
        if not self._move_to(WITHDRAWN):
            raise Refused("already_left", _("It has already left, or was already taken back."))
        withdrawal = Withdrawal.objects.create(
            organisation_id=self.organisation_id, publication=self, by=by, at=clock.now()
        )
        self.record("publication.withdrawn", by)
        return withdrawal

    @transaction.atomic
    def send(self) -> int:
        """Make the proposals, all of them or none; returns how many, and 0 where it had already been
        settled.
        """
        from cairn.matching.publishing import make_proposals  # noqa: PLC0415 - proposals name their publication

        now = clock.now()
        if not self._move_to(SENT, sent_at=now):
            return 0
        made = make_proposals(self)
        self.record("matching.published", self.by, proposals=len(made))
        return len(made)

    def _move_to(self, state: str, **also: object) -> bool:
        moved = Publication.objects.filter(pk=self.pk, state=WAITING).update(state=state, **also)
        self.refresh_from_db()
        return bool(moved)

    def record(self, verb: str, by: Person, **more: object) -> None:
        """Tell the journal what happened to it."""
        data = {"programme": self.programme_id, "run": self.run_id, **more}
        record(verb, organisation=self.organisation_id, actor=by, subject=self, data=data, privacy="P2")
