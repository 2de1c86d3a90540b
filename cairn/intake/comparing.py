"""A draft beside the person it means: new, changed, the same, or somebody who has left."""

from collections.abc import Iterator, Mapping
from typing import Any

from cairn.intake.cells.claims import Claimed
from cairn.intake.draft import Draft
from cairn.intake.fault import Fault
from cairn.intake.managers import Managers
from cairn.intake.present import Present
from cairn.people.person import Person
from cairn.people.skill_claim import OFFERED, WANTED, SkillClaim
from cairn.programmes.enrolment import Enrolment

NEW, CHANGED, SAME, LEFT = "new", "changed", "same", "left"

#: Fields of a draft that a person has under the same name.
PERSON_FIELDS = ("zone", "languages", "async_ok", "pronouns", "pronunciation", "headline")
#: Fields of a draft that an enrolment has, by its names for them.
ENROLMENT_FIELDS = {
    "capacity": "capacity",
    "hours_a_month": "hours_a_month",
    "goal": "goal",
    "level": "level",
    "arrived": "arrived_at",
}


class Comparer:
    """Judges drafts one by one; remembers whom the file means."""

    def __init__(
        self, present: Present, managers: Managers, *, side: str,
        places: Mapping[str, tuple[int, str]],
    ) -> None:  # fmt: skip
        """Keep what to compare with; `places` are index and heading by meaning."""
        self._present, self._managers, self._places = present, managers, places
        self._side = side
        self._meant: dict[Any, int] = {}

    def state(self, draft: Draft, faults: list[Fault]) -> str:
        """How the row stands to who is here; adds what only this comparison can find to `faults`."""
        faults += self._manager_faults(draft)
        person = self._present.person_for(draft)
        if person is None:
            faults += self._name_for(draft, faults)
            return NEW
        faults += self._identity_faults(draft, person)
        self._meant[person.pk] = draft.row
        if person.pk in self._present.departed:
            faults.append(self._about(draft, "left", "name", draft.name, is_note=True))
            return LEFT
        enrolment = self._present.enrolments.get(person.pk)
        if person.name_chosen_at and draft.name and draft.name != person.name:
            faults.append(self._about(draft, "name_kept", "name", draft.name, is_note=True))
        if enrolment is None:
            return NEW
        return CHANGED if any(self.changes(draft, person, enrolment)) else SAME

    def absent(self) -> int:
        """How many of this side are here and not in the file; they stay."""
        here = self._present.enrolments.keys() - self._present.departed
        return len(here - self._meant.keys())

    def changes(self, draft: Draft, person: Person, enrolment: Enrolment) -> Iterator[str]:
        """What the row would change, by name."""
        if draft.name and draft.name != person.name and not person.name_chosen_at:
            yield "name"
        if draft.email and draft.email != (person.email or "").lower():
            yield "email"
        yield from (name for name in PERSON_FIELDS if _differs(getattr(draft, name), getattr(person, name)))
        for ours, theirs in ENROLMENT_FIELDS.items():
            if _differs(getattr(draft, ours), getattr(enrolment, theirs)):
                yield ours
        if draft.external_id and draft.external_id != enrolment.external_id:
            yield "external_id"
        yield from self._changed_lists(draft, person)
        if draft.manager and self._new_manager(draft, person):
            yield "manager"

    def _changed_lists(self, draft: Draft, person: Person) -> Iterator[str]:
        kept = self._present.claims.get(person.pk, [])
        for side in (OFFERED, WANTED):
            claims = getattr(draft, side)
            if claims is not None and as_told(claims, draft, side) != as_kept(kept, side):
                yield side
        hours = [(hour.weekday, hour.start, hour.end) for hour in self._present.hours.get(person.pk, ())]
        if draft.hours is not None and draft.hours != hours:
            yield "hours"
        before = self._present.answers.get(person.pk, {})
        if any(before.get(question) != value for question, value in draft.coded.items()):
            yield "answers"

    def _new_manager(self, draft: Draft, person: Person) -> bool:
        meant = self._managers.meant(draft.manager or "")
        if not meant:
            return person.manager_hint != draft.manager
        manager = self._present.person_for(meant[0]) if isinstance(meant[0], Draft) else meant[0]
        return manager is None or manager.pk != person.manager_id

    def _name_for(self, draft: Draft, faults: list[Fault]) -> list[Fault]:
        """Somebody new needs a name; in a list of pseudonyms the numbers stand in for names."""
        if draft.name or any(fault.meaning in {"name", "given_name"} for fault in faults):
            return []
        draft.name = draft.external_id
        return [] if draft.name else [self._about(draft, "name_empty", "name", "")]

    def _manager_faults(self, draft: Draft) -> list[Fault]:
        if not draft.manager:
            return []
        meant = self._managers.meant(draft.manager)
        if not meant:
            return [self._about(draft, "manager_unknown", "manager", draft.manager, is_note=True)]
        if len(meant) > 1:
            return [self._about(draft, "manager_several", "manager", draft.manager)]
        if meant[0] is draft:
            return [self._about(draft, "own_manager", "manager", draft.manager)]
        return []

    def _identity_faults(self, draft: Draft, person: Person) -> list[Fault]:
        """A number and an address must not name two people, nor two rows one person."""
        other = self._present.by_email.get(draft.email) if draft.email else None
        if other and other.pk != person.pk:
            return [self._about(draft, "two_people", "email", draft.email or "")]
        if person.pk in self._meant:
            return [
                self._about(draft, "same_email", "email", draft.email or "", other=self._meant[person.pk])
            ]
        return []

    def _about(
        self, draft: Draft, code: str, meaning: str, cell: str, *, is_note: bool = False, other: int = 0
    ) -> Fault:
        index, heading = self._places.get(meaning, (-1, ""))
        return Fault(
            row=draft.row, column=index, code=code, name=draft.name, heading=heading, meaning=meaning,
            cell=cell, part=cell, other=other, is_note=is_note,
        )  # fmt: skip


def _differs(told: Any, kept: Any) -> bool:
    return told is not None and told != kept


Claim = tuple[str, int | None, int | None, bool]


def as_told(claims: list[Claimed], draft: Draft, side: str) -> list[Claim]:
    """Claims as they will be kept: a wish without its own level has the level of the row."""
    level = draft.level if side == WANTED else None
    return [
        (
            claim.code,
            level if claim.low is None else claim.low,
            level if claim.high is None else claim.high,
            claim.must,
        )
        for claim in claims
    ]


def as_kept(claims: list[SkillClaim], side: str) -> list[Claim]:
    """Claims as they are kept."""
    return [
        (claim.code, claim.level_low, claim.level_high, claim.must) for claim in claims if claim.side == side
    ]
