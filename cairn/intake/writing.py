"""Writing drafts down, in bulk: people, places in the programme, skills, hours, answers, managers, groups."""

from collections.abc import Sequence
from typing import Any

from cairn.inclusion.self_identification import declare_many
from cairn.intake.comparing import ENROLMENT_FIELDS, LEFT, PERSON_FIELDS
from cairn.intake.describing import write_answers, write_claims, write_hours, write_own_words
from cairn.intake.draft import Draft
from cairn.intake.examining import Examined
from cairn.intake.reporting_lines import resolve_hints, write_managers
from cairn.intake.rows import insert_objects
from cairn.people.person import Person
from cairn.programmes.enrolment import Enrolment
from cairn.programmes.programme import Programme

Pair = tuple[Draft, Person]


def write(examined: Examined, *, programme: Programme, side: str) -> None:
    """Everything a file says, in one transaction that the caller holds; whoever has left stays out."""
    drafts = [draft for row, draft in examined.drafts.items() if examined.states[row] != LEFT]
    examined.book.save()
    pairs = _people(drafts, examined, programme)
    _enrolments(pairs, examined, programme, side)
    write_own_words(drafts, programme)
    write_claims(pairs, examined)
    write_hours(pairs, examined)
    write_answers(pairs, examined)
    write_managers(pairs, examined)
    resolve_hints(programme, [person for _, person in pairs])
    declare_many(
        organisation_id=programme.organisation_id,
        said=[(person.pk, group, value) for draft, person in pairs for group, value in draft.groups.items()],
    )


def _people(drafts: Sequence[Draft], examined: Examined, programme: Programme) -> list[Pair]:
    pairs: list[Pair] = []
    new, changed = [], []
    for draft in drafts:
        person = examined.present.person_for(draft)
        if person is None:
            person = Person(organisation_id=programme.organisation_id, name=draft.name, arrived_via="import")
            _take_over(draft, person)
            new.append(person)
        elif _take_over(draft, person):
            changed.append(person)
        pairs.append((draft, person))
    insert_objects(new)
    insert_objects(changed, update=("name", "email", *PERSON_FIELDS))
    return pairs


def _take_over(draft: Draft, person: Person) -> bool:
    """Put on the person what the row says; a name they chose themselves stays. Whether anything is
    different.
    """
    told: dict[str, Any] = {name: getattr(draft, name) for name in (*PERSON_FIELDS, "email")}
    told["name"] = None if person.name_chosen_at else draft.name or None
    if person.account_id:
        # The address is how they sign in; only they change it.
        told["email"] = None
    different = {
        name: value for name, value in told.items() if value is not None and value != getattr(person, name)
    }
    for name, value in different.items():
        setattr(person, name, value)
    return bool(different)


def _enrolments(pairs: Sequence[Pair], examined: Examined, programme: Programme, side: str) -> None:
    new, changed = [], []
    for draft, person in pairs:
        told = {theirs: getattr(draft, ours) for ours, theirs in ENROLMENT_FIELDS.items()}
        told["external_id"] = draft.external_id or None
        told = {name: value for name, value in told.items() if value is not None}
        enrolment = examined.present.enrolments.get(person.pk)
        if enrolment is None:
            new.append(
                Enrolment(
                    organisation_id=programme.organisation_id,
                    programme=programme,
                    person=person,
                    side=side,
                    **told,
                )
            )
        elif any(getattr(enrolment, name) != value for name, value in told.items()):
            for name, value in told.items():
                setattr(enrolment, name, value)
            changed.append(enrolment)
    insert_objects(new)
    insert_objects(changed, update=(*ENROLMENT_FIELDS.values(), "external_id"))
