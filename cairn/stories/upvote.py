"""An upvote: "I ask this too", once a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock
from cairn.stories.asked import Asked
from cairn.stories.refusal import Refused

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person


class UpvoteQuerySet(TenantQuerySet["Upvote"]):
    """Upvotes."""

    def visible_to(self, person: Person) -> Self:
        """One's own; others are a number."""
        return self.filter(person=person)


class Upvote(TenantRecord):
    """Taking it back deletes the row."""

    asked = models.ForeignKey("stories.Asked", on_delete=models.CASCADE, related_name="upvotes")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects: ClassVar[Any] = UpvoteQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("asked", "person"), name="upvote_once"),)

    @classmethod
    @transaction.atomic
    def turn(cls, asked: Asked, *, by: Person) -> bool:
        """Share a question, or no longer; says which."""
        if by.pk in {asked.asker_id, asked.role_model.person_id}:
            raise Refused("own_question", _("Your own question counts already."))
        gone, _rows = cls.objects.filter(asked=asked, person=by).delete()
        if not gone:
            cls.objects.create(organisation_id=asked.organisation_id, asked=asked, person=by, at=clock.now())
        return not gone
