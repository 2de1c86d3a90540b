"""Who of a file is here already, read in a number of queries that does not grow with their number."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django.db.models.functions import Lower

from cairn.accounts.account import clean_email
from cairn.intake.draft import Draft
from cairn.people.free_hour import FreeHour, hours_for
from cairn.people.person import Person
from cairn.people.skill_claim import SkillClaim, skills_for
from cairn.programmes.enrolment import Departure, Enrolment
from cairn.programmes.programme import Programme
from cairn.questions.answer import Answer

Value = TypeVar("Value")

#: Ids in one question to the database; SQLite takes 32,766 at most.
AT_ONCE = 5_000


@dataclass(slots=True)
class Present:
    """People of the organisation who may be meant by a row, and what is known about them."""

    by_email: dict[str, Person] = field(default_factory=dict)
    by_external_id: dict[str, Enrolment] = field(default_factory=dict)
    enrolments: dict[UUID, Enrolment] = field(default_factory=dict)
    departed: set[UUID] = field(default_factory=set)
    claims: dict[UUID, list[SkillClaim]] = field(default_factory=dict)
    hours: dict[UUID, list[FreeHour]] = field(default_factory=dict)
    answers: dict[UUID, dict[UUID, Any]] = field(default_factory=dict)

    def person_for(self, draft: Draft) -> Person | None:
        """Whom a row means: by its number in this programme, else by address."""
        enrolment = self.by_external_id.get(draft.external_id) if draft.external_id else None
        if enrolment:
            person: Person = enrolment.person
            return person
        return self.by_email.get(draft.email) if draft.email else None


def present_for(programme: Programme, *, side: str, drafts: Sequence[Draft]) -> Present:
    """Read everything a comparison needs."""
    present = Present()
    enrolled = Enrolment.objects.filter(programme=programme, side=side)
    for enrolment in enrolled.select_related("person"):
        present.enrolments[enrolment.person_id] = enrolment
        if enrolment.external_id:
            present.by_external_id[enrolment.external_id] = enrolment
    gone = Departure.objects.filter(enrolment__programme=programme, enrolment__side=side)
    present.departed = set(gone.values_list("enrolment__person", flat=True))
    people = Person.objects.of(programme.organisation)
    for emails in chunks({draft.email for draft in drafts if draft.email}):
        for person in people.annotate(_mail=Lower("email")).filter(_mail__in=emails):
            present.by_email[clean_email(person.email or "")] = person
    meant = {found.pk for draft in drafts if (found := present.person_for(draft))}
    for ids in chunks(meant):
        present.claims |= skills_for(ids)
        present.hours |= hours_for(ids)
        if programme.question_set_id:
            _read_answers(present, programme, ids)
    return present


def _read_answers(present: Present, programme: Programme, ids: list[UUID]) -> None:
    told = Answer.objects.filter(person__in=ids, question__question_set=programme.question_set_id)
    for person, question, value in told.values_list("person", "question", "value"):
        present.answers.setdefault(person, {})[question] = value


def chunks(values: Iterable[Value]) -> Iterator[list[Value]]:
    """Values in lists short enough for one query."""
    everything = list(values)
    for start in range(0, len(everything), AT_ONCE):
        yield everything[start : start + AT_ONCE]
