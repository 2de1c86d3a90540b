"""A follow: somebody walks along with a role model for a season; nobody has to accept it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock, ids
from cairn.mentorships.ending import Ending
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.steps import CLOSED, COMPLETED
from cairn.programmes.enrolment import MENTEE
from cairn.stories.offering import format_of, place_of
from cairn.stories.refusal import Refused

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person
    from cairn.stories.role_model import RoleModel

FOLLOW = "follow"


class FollowQuerySet(TenantQuerySet["Follow"]):
    """Follows."""

    def visible_to(self, person: Person) -> Self:
        """One's own; role models see how many follow them, and nobody sees who."""
        return self.filter(person=person)


class Follow(TenantRecord):
    """`mentorship` holds the season: the follower alone is in it, with the goals they take from the path. The
    role model is no member, since they accepted nothing and need not know.
    """

    role_model = models.ForeignKey("stories.RoleModel", on_delete=models.PROTECT, related_name="follows")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    mentorship = models.ForeignKey("mentorships.Mentorship", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects: ClassVar[Any] = FollowQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (models.UniqueConstraint(fields=("role_model", "person"), name="follow_once"),)

    @classmethod
    @transaction.atomic
    def begin(cls, role_model: RoleModel, *, by: Person) -> Follow:
        """Follow; following again changes nothing, and a season that is over begins anew."""
        if by.pk == role_model.person_id or role_model.shown_at is None:
            raise Refused("not_offered", _("This path cannot be followed."))
        standing = cls.objects.select_for_update().filter(role_model=role_model, person=by).first()
        if standing is not None:
            there: Follow = standing
            return there.in_season()
        made: Follow = cls.objects.create(
            organisation_id=role_model.organisation_id,
            role_model=role_model,
            person=by,
            mentorship=_season(role_model, by),
            at=clock.now(),
        )
        # Who follows whom is the follower's alone.
        role_model.record("role_model.followed", None)
        return made

    def in_season(self) -> Follow:
        """The same, with a season that lives."""
        if self.mentorship.state == CLOSED:
            self.mentorship = _season(self.role_model, self.person)
            self.save(update_fields=["mentorship"])
        return self

    @transaction.atomic
    def end(self) -> None:
        """Follow no longer; the season ends well."""
        if self.mentorship.state != CLOSED:
            Ending.end(self.mentorship, how=COMPLETED)
        self.delete()


def _season(role_model: RoleModel, person: Person) -> Mentorship:
    kind = format_of(role_model.programme, FOLLOW)
    place = place_of(role_model.programme, person, side=MENTEE)
    if kind is None or place is None:
        raise Refused("not_offered", _("This path cannot be followed."))
    return Mentorship.gather(
        role_model.programme, members=((place, MENTEE),), origin=ids.new(), by=person, format=kind.id
    )
