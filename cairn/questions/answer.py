"""What people answered."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.people.person import Person

if TYPE_CHECKING:
    from cairn.questions.question import QuestionSet


class AnswerQuerySet(TenantQuerySet["Answer"]):
    """Answers, as one person may see them."""

    def visible_to(self, person: "Person") -> Self:
        """Those of the people this person may see."""
        return self.filter(person__in=Person.objects.visible_to(person).values("pk"))


class Answer(TenantRecord):
    """One person's answer to one question; for the shape of `value` see Question."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    question = models.ForeignKey("questions.Question", on_delete=models.PROTECT, related_name="+")
    value = models.JSONField()

    objects: ClassVar[Any] = AnswerQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("person", "question"), name="question_answered_once"),)

    def __str__(self) -> str:
        return str(self.pk)


def answers_for(
    people: Iterable["Person | UUID"], *, question_set: "QuestionSet | UUID | None"
) -> dict[UUID, dict[str, Any]]:
    """The answers of many to one set: {person id: {question code: value}}; one query, none without a set."""
    if question_set is None:
        return {}
    ids = [getattr(person, "pk", person) for person in people]
    told = Answer.objects.filter(person__in=ids, question__question_set=question_set)
    answers: dict[UUID, dict[str, Any]] = defaultdict(dict)
    for person, code, value in told.values_list("person", "question__code", "value"):
        answers[person][code] = value
    return dict(answers)
