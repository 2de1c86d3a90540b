"""Who is whose manager, by address or by name, in the file or among those who are here."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from cairn.accounts.organisation import Organisation
from cairn.intake.cells.cleaning import folded
from cairn.intake.draft import Draft
from cairn.intake.present import Present, chunks
from cairn.people.person import Person


class Managers:
    """Finds the person meant by the text of a manager cell: a draft of this file, or somebody here."""

    def __init__(self, drafts: Sequence[Draft], present: Present, *, organisation: Organisation) -> None:
        """Read those outside the file who are named: by address and by name, two queries for thousands."""
        self._emails: dict[str, Draft | Person] = {}
        self._names: dict[str, list[Draft | Person]] = defaultdict(list)
        told = {draft.manager for draft in drafts if draft.manager}
        in_file = set()
        for draft in drafts:
            if draft.email:
                self._emails[draft.email] = draft
            self._names[folded(draft.name)].append(draft)
            person = present.person_for(draft)
            if person:
                in_file.add(person.pk)
        for person in _named(organisation, told):
            if person.pk not in in_file:
                self._names[folded(person.name)].append(person)
                if person.email:
                    self._emails.setdefault(person.email.lower(), person)

    def meant(self, text: str) -> list[Draft | Person]:
        """Everybody the text may mean; an address means one at most."""
        if "@" in text:
            found = self._emails.get(_address(text))
            return [found] if found else []
        return self._names.get(folded(text), [])


def _address(text: str) -> str:
    return text.rpartition("<")[2].rstrip("> ").strip().lower()


def _named(organisation: Organisation, told: Iterable[str]) -> list[Person]:
    here = Person.objects.of(organisation)
    addresses = {_address(text) for text in told if "@" in text}
    names = {text for text in told if "@" not in text}
    found = [person for part in chunks(addresses) for person in here.filter(email__in=part)]
    return found + [person for part in chunks(names) for person in here.filter(name__in=part)]
