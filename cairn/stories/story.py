"""A story: a short post of a role model, read in a minute and a half at most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock
from cairn.stories.refusal import Refused
from cairn.stories.role_model import RoleModel
from cairn.stories.take_down import TakeDown

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person

#: 90 seconds at 150 words a minute, some six letters a word.
MOST_LETTERS = 1400


class StoryQuerySet(TenantQuerySet["Story"]):
    """Stories, the newest first."""

    def visible_to(self, person: Person) -> Self:
        """Those of the role models one may see, without what was taken down; one's own all the same."""
        seen = RoleModel.objects.visible_to(person).values("pk")
        mine = models.Q(role_model__person=person)
        return self.filter(role_model__in=seen).filter(mine | ~models.Q(TakeDown.stands()))

    def standing(self) -> Self:
        """Not taken down."""
        return self.filter(~models.Q(TakeDown.stands()))


class Story(TenantRecord):
    """Public by design within the programme."""

    role_model = models.ForeignKey("stories.RoleModel", on_delete=models.PROTECT, related_name="stories")
    words = models.TextField()
    posted_at = models.DateTimeField()

    objects: ClassVar[Any] = StoryQuerySet.as_manager()

    class Meta:
        ordering = ("-posted_at", "id")

    @classmethod
    @transaction.atomic
    def post(cls, role_model: RoleModel, words: str) -> Story:
        """Tell it to whoever follows."""
        if role_model.shown_at is None:
            raise Refused("not_shown", _("Open your path first; then you can post."))
        if not words.strip() or len(words.strip()) > MOST_LETTERS:
            raise Refused("length", _("A post is read in ninety seconds: up to 1,400 characters."))
        made: Story = cls.objects.create(
            organisation_id=role_model.organisation_id,
            role_model=role_model,
            words=words.strip(),
            posted_at=clock.now(),
        )
        role_model.record("story.posted", role_model.person, story=made.pk)
        return made
