"""A wish to go on after a flash: each says it unseen by the other, and only two yeses are ever told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Count, Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.seat import Full
from cairn.programmes.enrolment import MENTEE, MENTOR
from cairn.programmes.format import ONE_TO_ONE
from cairn.stories.flash import Flash
from cairn.stories.offering import place_of
from cairn.stories.refusal import Refused

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person
    from cairn.programmes.programme import Programme


class WishQuerySet(TenantQuerySet["Wish"]):
    """Wishes."""

    def visible_to(self, person: Person) -> Self:
        """One's own; nobody ever sees another's."""
        return self.filter(person=person)


class Wish(TenantRecord):
    """One person's yes or no; it may be changed until both said yes."""

    flash = models.ForeignKey("stories.Flash", on_delete=models.PROTECT, related_name="wishes")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    more = models.BooleanField()
    at = models.DateTimeField()

    objects: ClassVar[Any] = WishQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("flash", "person"), name="wish_once"),)

    @classmethod
    @transaction.atomic
    def say(cls, flash: Flash, *, by: Person, more: bool) -> Mentorship | None:
        """The second yes begins a mentorship, which is returned; raises Refused while it has no place."""
        Flash.objects.select_for_update(of=("self",)).get(pk=flash.pk)
        if by.pk not in {flash.asker_id, flash.expert_id}:
            raise Refused("not_yours", _("This is between two other people."))
        if not flash.was_held:
            raise Refused("too_soon", _("You have not met yet."))
        if begun := continued(flash):
            return begun
        cls.objects.update_or_create(
            flash=flash,
            person=by,
            defaults={"organisation_id": flash.organisation_id, "more": more, "at": clock.now()},
        )
        # Who said what is nobody's to read, not even in the journal.
        flash.record("flash.wished", None)
        yes = cls.objects.filter(flash=flash, more=True).count()
        return _begin(flash, by=by) if yes == len((flash.asker_id, flash.expert_id)) else None


def continued(flash: Flash) -> Mentorship | None:
    """What grew from it."""
    found: Mentorship | None = Mentorship.objects.filter(
        organisation_id=flash.organisation_id, origin=flash.pk, programme=flash.programme_id
    ).first()
    return found


def _begin(flash: Flash, *, by: Person | None) -> Mentorship | None:
    """Both said yes, which is all a proposal could ask; where somebody has no place yet, the wishes stand."""
    programme = flash.programme
    asker, expert = place_of(programme, flash.asker), place_of(programme, flash.expert, side=MENTOR)
    if asker is None or expert is None:
        return None
    try:
        with transaction.atomic():
            begun = Mentorship.gather(
                programme,
                members=((expert, MENTOR), (asker, MENTEE)),
                origin=flash.pk,
                by=by,
                format=_lasting(programme),
            )
    except Full:
        return None
    flash.record("flash.continued", None, begun=begun.pk)
    return begun


def _lasting(programme: Programme) -> str:
    """The programme's own format for two that lasts, or the plainest."""
    two = (each for each in programme.formats() if each.has("agreement") and each.group.max == 1)
    plain = (each.id for each in two if each.direction == "a2b" and each.privacy == "standard")
    return next(plain, ONE_TO_ONE)


def begin_waiting() -> None:
    """Begin what both wished for and what had no place then."""
    both = Wish.objects.filter(more=True).values("flash").annotate(n=Count("pk")).filter(n=2).values("flash")
    begun = Mentorship.objects.filter(origin=OuterRef("pk"))
    for flash in Flash.objects.filter(pk__in=both).filter(~Exists(begun)).with_people():
        with transaction.atomic():
            _begin(flash, by=None)
