"""A taking-down: a coordinator removes a path, a post, a question or a reply from sight, and says why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.programmes.programme import Programme
from cairn.programmes.rules import may_coordinate
from cairn.stories.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

    from cairn.people.person import Person

MOST_LETTERS = 300


class TakeDownQuerySet(TenantQuerySet["TakeDown"]):
    """Takings-down."""

    def visible_to(self, person: Person) -> Self:
        """Those in the programmes one looks after, and those of one's own words."""
        here = Programme.objects.visible_to(person).values("pk")
        return self.filter(Q(programme__in=here) | Q(author=person))


class TakeDown(TenantRecord):
    """Stands as long as the row does; what was taken down stays readable for its author, with the reason."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    subject = models.UUIDField()
    author = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=MOST_LETTERS)
    at = models.DateTimeField()

    objects: ClassVar[Any] = TakeDownQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "id")
        constraints = (models.UniqueConstraint(fields=("subject",), name="taken_down_once"),)

    @staticmethod
    def stands() -> Exists:
        """A condition: the row at hand was taken down."""
        return Exists(TakeDown.objects.filter(subject=OuterRef("pk")))

    @classmethod
    @transaction.atomic
    def of(cls, subject: Any, *, author: Person, programme: Programme, by: Person, reason: str) -> TakeDown:
        """Take it down; the author is told why."""
        if not may_coordinate(by, programme):
            raise Refused("not_yours", _("Only coordinators take something down."))
        if not reason.strip():
            raise Refused("no_words", _("Please say why, in words the author can understand."))
        made: TakeDown
        made, new = cls.objects.get_or_create(
            subject=subject.pk,
            defaults={
                "organisation_id": programme.organisation_id,
                "programme": programme,
                "author": author,
                "by": by,
                "reason": reason.strip()[:MOST_LETTERS],
                "at": clock.now(),
            },
        )
        if new:
            data = {"kind": subject._meta.model_name, "programme": programme.pk}
            record(
                "words.taken_down", organisation=programme.organisation_id, actor=by, subject=made, data=data
            )
        return made

    @transaction.atomic
    def lift(self, *, by: Person) -> None:
        """Let it be seen again."""
        if not may_coordinate(by, self.programme):
            raise Refused("not_yours", _("Only coordinators take something down."))
        record("words.restored", organisation=self.organisation_id, actor=by, subject=self)
        self.delete()


def reasons_for(subjects: Iterable[UUID]) -> dict[UUID, str]:
    """Why things were taken down, by their id; one query."""
    return dict(TakeDown.objects.filter(subject__in=list(subjects)).values_list("subject", "reason"))
