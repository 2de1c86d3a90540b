"""A question asked of a role model, with a name or without; others say that they ask it too."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock
from cairn.stories.refusal import Refused
from cairn.stories.role_model import RoleModel
from cairn.stories.take_down import TakeDown

if TYPE_CHECKING:
    from datetime import date, datetime
    from typing import Self

    from cairn.people.person import Person

MOST_LETTERS = 300
#: So many open questions one person has with one role model; so many a month are answered for certain.
MOST_OPEN, TOP = 3, 3
ANSWERED_WITHIN = timedelta(days=14)


class AskedQuerySet(TenantQuerySet["Asked"]):
    """Questions, those most people share first."""

    def visible_to(self, person: Person) -> Self:
        """Those put to role models one may see, without what was taken down; one's own all the same."""
        seen = RoleModel.objects.visible_to(person).values("pk")
        return self.filter(role_model__in=seen).filter(Q(asker=person) | ~Q(TakeDown.stands()))

    def standing(self) -> Self:
        """Not taken down."""
        return self.filter(~Q(TakeDown.stands()))

    def open(self) -> Self:
        """Not answered."""
        return self.filter(reply__isnull=True)

    def by_votes(self) -> Self:
        """Most shared first, then the oldest; with `votes`."""
        return self.annotate(votes=Count("upvotes")).order_by("-votes", "asked_at", "id")


class Asked(TenantRecord):
    """`anonymous` hides the asker from everybody, the role model included. `month` is the first day of the
    month whose three most shared questions are answered.
    """

    role_model = models.ForeignKey("stories.RoleModel", on_delete=models.PROTECT, related_name="questions")
    asker = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=MOST_LETTERS)
    anonymous = models.BooleanField(default=False)
    month = models.DateField()
    asked_at = models.DateTimeField()

    objects: ClassVar[Any] = AskedQuerySet.as_manager()

    class Meta:
        ordering = ("asked_at", "id")
        indexes = (models.Index(fields=("role_model", "month"), name="asked_by_month"),)

    @classmethod
    @transaction.atomic
    def put(cls, role_model: RoleModel, *, by: Person, words: str, anonymous: bool = False) -> Asked:
        """Ask; three open questions at once are enough."""
        words = words.strip()
        if not words or len(words) > MOST_LETTERS:
            raise Refused("length", _("One question of up to 300 characters, please."))
        if by.pk == role_model.person_id or role_model.shown_at is None:
            raise Refused("not_offered", _("You cannot ask here."))
        RoleModel.objects.select_for_update().get(pk=role_model.pk)
        if cls.objects.filter(role_model=role_model, asker=by).open().count() >= MOST_OPEN:
            raise Refused(
                "three_open", _("Three of your questions wait already. Let them be answered first.")
            )
        made: Asked = cls.objects.create(
            organisation_id=role_model.organisation_id,
            role_model=role_model,
            asker=by,
            words=words,
            anonymous=anonymous,
            month=clock.today().replace(day=1),
            asked_at=clock.now(),
        )
        role_model.record("question.asked", None if anonymous else by, question=made.pk)
        return made

    def asker_for(self, reader: Person) -> Person | None:
        """Who asked, as far as this reader may know."""
        return None if self.anonymous and reader.pk != self.asker_id else self.asker

    @property
    def answer_by(self) -> datetime:
        """When one of the three is answered at the latest."""
        return self.asked_at + ANSWERED_WITHIN


def top_of(role_model: RoleModel, month: date) -> list[Asked]:
    """The three of a month that most people share, answered or not."""
    questions = Asked.objects.filter(role_model=role_model, month=month).standing()
    return list(questions.by_votes()[:TOP])
