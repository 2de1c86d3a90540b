"""Writing down what people know, when they are free and what they answered: lists that replace lists."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import QuerySet

from cairn.intake.comparing import as_kept, as_told
from cairn.intake.draft import Draft
from cairn.intake.examining import Examined
from cairn.intake.present import chunks
from cairn.intake.rows import insert
from cairn.people.free_hour import FreeHour
from cairn.people.own_skill import PREFIX, OwnSkill
from cairn.people.person import Person
from cairn.people.skill_claim import OFFERED, WANTED, SkillClaim
from cairn.programmes.programme import Programme
from cairn.questions.answer import Answer

Pair = tuple[Draft, Person]


def write_own_words(drafts: Sequence[Draft], programme: Programme) -> None:
    """Skills that no taxonomy knows; a new word has the spelling that stood first."""
    words: dict[str, str] = {}
    for draft in drafts:
        for claim in (*(draft.offered or ()), *(draft.wanted or ())):
            if claim.code.startswith(PREFIX):
                words.setdefault(claim.code, claim.label)
    organisation = programme.organisation_id
    made = [OwnSkill(organisation_id=organisation, code=code, label=label) for code, label in words.items()]
    OwnSkill.objects.bulk_create(made, batch_size=500, ignore_conflicts=True)


def write_claims(pairs: Sequence[Pair], examined: Examined) -> None:
    """Skills; only of those whose list is different, and then the whole list."""
    for side in (OFFERED, WANTED):
        made = []
        replaced: list[UUID] = []
        for draft, person in pairs:
            claims = getattr(draft, side)
            if claims is None:
                continue
            told = as_told(claims, draft, side)
            kept = as_kept(examined.present.claims.get(person.pk, []), side)
            if told != kept:
                replaced += [person.pk] if kept else []
                made += [
                    (person.organisation_id, person.pk, side, at, *claim) for at, claim in enumerate(told)
                ]
        _delete(SkillClaim.objects.filter(side=side), replaced)
        fields = (
            "organisation_id",
            "person_id",
            "side",
            "position",
            "code",
            "level_low",
            "level_high",
            "must",
        )
        insert(SkillClaim, fields, made)


def write_hours(pairs: Sequence[Pair], examined: Examined) -> None:
    """Free hours, in the same way."""
    made = []
    replaced: list[UUID] = []
    for draft, person in pairs:
        before = [(hour.weekday, hour.start, hour.end) for hour in examined.present.hours.get(person.pk, ())]
        if draft.hours is not None and draft.hours != before:
            replaced += [person.pk] if before else []
            made += [(person.organisation_id, person.pk, *stretch) for stretch in draft.hours]
    _delete(FreeHour.objects.all(), replaced)
    insert(FreeHour, ("organisation_id", "person_id", "weekday", "start", "end"), made)


def write_answers(pairs: Sequence[Pair], examined: Examined) -> None:
    """Answers, one by one; questions the file says nothing about keep theirs."""
    made = []
    replaced: dict[UUID, list[UUID]] = {}
    for draft, person in pairs:
        before = examined.present.answers.get(person.pk, {})
        for question, value in draft.coded.items():
            if before.get(question) != value:
                if question in before:
                    replaced.setdefault(question, []).append(person.pk)
                made.append((person.organisation_id, person.pk, question, value))
    for question, people in replaced.items():
        _delete(Answer.objects.filter(question=question), people)
    insert(Answer, ("organisation_id", "person_id", "question_id", "value"), made)


def _delete(
    rows: "QuerySet[SkillClaim] | QuerySet[FreeHour] | QuerySet[Answer]", people: Iterable[UUID]
) -> None:
    for ids in chunks(people):
        rows.filter(person__in=ids).delete()
