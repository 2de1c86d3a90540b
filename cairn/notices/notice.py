"""A notice: one thing told to one person."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock
from cairn.notices.kind import CLASSES, Kind, kind_named, kinds

if TYPE_CHECKING:
    from cairn.people.person import Person

WAITING, SENT, KEPT, DROPPED = "waiting", "sent", "kept", "dropped"
STATES = (WAITING, SENT, KEPT, DROPPED)


class NoticeQuerySet(TenantQuerySet["Notice"]):
    """Notices, as one person may see them."""

    def visible_to(self, person: "Person") -> Self:
        """One's own."""
        return self.filter(organisation_id=person.organisation_id, person=person)

    def due(self, now: datetime) -> Self:
        """Those whose letter may leave now."""
        return self.filter(state=WAITING, due_at__lte=now)

    def listed(self) -> Self:
        """What stands under Notices: everything that still holds, whether or not a letter told it."""
        hidden = [kind.name for kind in kinds().values() if not kind.listed]
        return self.exclude(state=DROPPED).exclude(kind__in=hidden)

    def unseen(self) -> Self:
        """Not yet looked at."""
        return self.filter(seen_at__isnull=True)


class Notice(TenantRecord):
    """Ids and codes only; its words are made when somebody reads them, from what is true then.

    `topic` is the thing it is about, `mark` what makes it one of several about it (an entry's id, a moment).
    `mails` counts the letters that told it: a first one, and at most two reminders. `kept` is told under
    Notices only; `dropped` was no longer true when its turn came.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    cls = models.CharField(max_length=1)
    topic = models.UUIDField()
    mark = models.CharField(max_length=60, blank=True, default="")
    data = models.JSONField(default=dict)
    state = models.CharField(max_length=8, default=WAITING)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    mails = models.PositiveSmallIntegerField(default=0)
    seen_at = models.DateTimeField(null=True, blank=True, default=None)
    envelope = models.ForeignKey(
        "notices.Envelope",
        on_delete=models.PROTECT,
        related_name="notices",
        null=True,
        blank=True,
        default=None,
    )

    objects: ClassVar[Any] = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-id")
        constraints = (
            models.UniqueConstraint(fields=("person", "kind", "topic", "mark"), name="notice_is_told_once"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="notice_state_is_known"),
            models.CheckConstraint(condition=Q(cls__in=CLASSES), name="notice_class_is_known"),
        )
        indexes = (
            models.Index(fields=("due_at",), condition=Q(state=WAITING), name="notice_waiting"),
            models.Index(fields=("person", "-made_at"), name="notice_by_person"),
            models.Index(
                fields=("person",),
                condition=Q(seen_at__isnull=True) & ~Q(state=DROPPED),
                name="notice_unseen",
            ),
            models.Index(fields=("topic", "kind"), name="notice_by_topic"),
        )

    def __str__(self) -> str:
        return self.kind

    @property
    def nature(self) -> Kind:
        """How it travels."""
        return kind_named(self.kind)

    def see(self) -> None:
        """Somebody looked at it; once is enough."""
        Notice.objects.filter(pk=self.pk, seen_at=None).update(seen_at=clock.now())


def unseen_count(person: "Person") -> int:
    """How many wait to be looked at; one query."""
    found: int = Notice.objects.visible_to(person).listed().unseen().count()
    return found
