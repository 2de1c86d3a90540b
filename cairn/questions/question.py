"""Question sets, their questions and options."""

from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self

from django.db import models
from django.utils.text import slugify

from cairn.accounts.tenancy import Row_co, TenantQuerySet, TenantRecord
from cairn.kernel import ids

if TYPE_CHECKING:
    from collections.abc import Container

    from cairn.people.person import Person

CHOICE, CHOICES, NUMBER, TEXT, SCALE = "choice", "choices", "number", "text", "scale"
KINDS = (CHOICE, CHOICES, NUMBER, TEXT, SCALE)

#: Kinds whose answers are codes of options.
WITH_OPTIONS = (CHOICE, CHOICES)


class VocabularyQuerySet(TenantQuerySet[Row_co], Generic[Row_co]):
    """Questions are a vocabulary: everybody in the organisation may read them, nobody outside."""

    def visible_to(self, person: "Person") -> Self:
        """All of one's organisation."""
        return self.filter(organisation=person.organisation_id)


class QuestionSet(TenantRecord):
    """A list of questions that one or more programmes ask."""

    name = models.CharField(max_length=200)

    objects: ClassVar[Any] = VocabularyQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class Question(TenantRecord):
    """One question. `code` is made from the first wording and stays; the answer's shape follows from `kind`:

    choice → option code · choices → list of option codes · number, scale → number · text → text.
    """

    question_set = models.ForeignKey(QuestionSet, on_delete=models.PROTECT, related_name="questions")
    code = models.SlugField(max_length=60, allow_unicode=True)
    label = models.CharField(max_length=200)
    kind = models.CharField(max_length=8, choices=[(kind, kind) for kind in KINDS])
    position = models.SmallIntegerField(default=0)

    objects: ClassVar[Any] = VocabularyQuerySet.as_manager()

    class Meta:
        ordering = ("question_set", "position", "id")
        constraints = (
            models.UniqueConstraint(fields=("question_set", "code"), name="question_code_is_unique"),
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="question_kind_is_known"),
        )

    def __str__(self) -> str:
        return self.label


class Option(TenantRecord):
    """One possible answer. A retired option is no longer offered and keeps its meaning in old answers."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="options")
    code = models.SlugField(max_length=60, allow_unicode=True)
    label = models.CharField(max_length=200)
    position = models.SmallIntegerField(default=0)
    retired = models.BooleanField(default=False)

    objects: ClassVar[Any] = VocabularyQuerySet.as_manager()

    class Meta:
        ordering = ("question", "position", "id")
        constraints = (models.UniqueConstraint(fields=("question", "code"), name="option_code_is_unique"),)

    def __str__(self) -> str:
        return self.label


def code_for(label: str, *, taken: "Container[str]") -> str:
    """A code for a new question or option: readable where the label is, and never one that is taken."""
    base = slugify(label, allow_unicode=True)[:48].strip("-_") or "o"
    if base not in taken:
        return base
    return f"{base}-{ids.new().hex[-10:]}"
