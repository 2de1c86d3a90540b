"""A reply: a role model's answer to one question, for everybody who asks it."""

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

MOST_LETTERS = 2000


class ReplyQuerySet(TenantQuerySet["Reply"]):
    """Replies."""

    def visible_to(self, person: Person) -> Self:
        """Those to the questions one may see."""
        return self.filter(asked__in=Asked.objects.visible_to(person).values("pk"))


class Reply(TenantRecord):
    """One for each question."""

    asked = models.OneToOneField("stories.Asked", on_delete=models.PROTECT, related_name="reply")
    words = models.TextField()
    at = models.DateTimeField()

    objects: ClassVar[Any] = ReplyQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "id")

    @classmethod
    @transaction.atomic
    def give(cls, asked: Asked, *, by: Person, words: str) -> Reply:
        """Answer; answering again changes the words."""
        if by.pk != asked.role_model.person_id:
            raise Refused("not_yours", _("This question was put to somebody else."))
        if not words.strip():
            raise Refused("no_words", _("Please write your answer."))
        reply: Reply
        reply, new = cls.objects.update_or_create(
            asked=asked,
            defaults={
                "organisation_id": asked.organisation_id,
                "words": words.strip()[:MOST_LETTERS],
                "at": clock.now(),
            },
        )
        if new:
            asked.role_model.record("question.answered", by, question=asked.pk)
        return reply
