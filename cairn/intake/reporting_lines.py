"""Writing down who reports to whom."""

from collections.abc import Iterable, Sequence

from cairn.intake.draft import Draft
from cairn.intake.examining import Examined
from cairn.intake.rows import insert_objects
from cairn.people.person import Person
from cairn.programmes.programme import Programme

Pair = tuple[Draft, Person]


def write_managers(pairs: Sequence[Pair], examined: Examined) -> None:
    """Managers in the file or here; others are kept as a hint until they arrive."""
    person_of = {draft.row: person for draft, person in pairs}
    changed = []
    for draft, person in pairs:
        if not draft.manager:
            continue
        meant = examined.managers.meant(draft.manager)
        manager = _person(meant[0], person_of, examined) if len(meant) == 1 else None
        hint = "" if manager else draft.manager
        if (person.manager_id, person.manager_hint) != (manager.pk if manager else None, hint):
            person.manager, person.manager_hint = manager, hint
            changed.append(person)
    insert_objects(changed, update=("manager", "manager_hint"))


def _person(meant: Draft | Person, person_of: dict[int, Person], examined: Examined) -> Person | None:
    """Whom a draft or a person is; a row that stays out may still be somebody who is here."""
    if isinstance(meant, Person):
        return meant
    return person_of.get(meant.row) or examined.present.person_for(meant)


def resolve_hints(programme: Programme, arrived: Iterable[Person]) -> None:
    """Those who named a manager before the manager came: now that somebody with that address or name is
    here.
    """
    everybody = list(arrived)
    by_hint: dict[str, list[Person]] = {}
    for person in everybody:
        for hint in {person.name, person.email or person.name}:
            by_hint.setdefault(hint.lower(), []).append(person)
    changed = []
    waiting = Person.objects.of(programme.organisation).filter(manager__isnull=True).exclude(manager_hint="")
    for person in waiting:
        managers = by_hint.get(person.manager_hint.lower(), [])
        if len(managers) == 1 and managers[0].pk != person.pk:
            person.manager, person.manager_hint = managers[0], ""
            changed.append(person)
    insert_objects(changed, update=("manager", "manager_hint"))
