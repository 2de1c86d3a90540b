"""Rows of the file that are one person: joined where a click said so, faults where nobody has."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from cairn.intake.cells.cleaning import folded
from cairn.intake.draft import Draft
from cairn.intake.fault import Fault
from cairn.intake.mends import Mends

#: A name that more rows than this share is a common name, not a slip.
MOST_TWINS = 3


def join_rows(drafts: dict[int, Draft], faults: dict[int, list[Fault]], mends: Mends) -> int:
    """Join the rows a coordinator joined; how many. The faults of a joined row's key are no longer asked
    about.
    """
    count = 0
    for row, into in mends.joined.items():
        target = _final(into, mends.joined)
        if row in drafts and target in drafts and target != row:
            drafts[target].join(drafts.pop(row))
            _forgive(faults, target, drafts[target])
            _forgive(faults, row, drafts[target])
            count += 1
    return count


def _final(row: int, joined: dict[int, int]) -> int:
    """Where a chain of joins ends; a ring ends where it began to repeat."""
    seen = set()
    while row in joined and row not in seen:
        seen.add(row)
        row = joined[row]
    return row


def _forgive(faults: dict[int, list[Fault]], row: int, whole: Draft) -> None:
    """Faults that the other row has answered."""
    answered = {"email": whole.email, "name": whole.name, "external_id": whole.external_id}
    left = [fault for fault in faults.get(row, ()) if not answered.get(fault.meaning)]
    faults[row] = left


def drop_repeats(drafts: dict[int, Draft]) -> int:
    """Take out rows that say exactly what an earlier row says; how many."""
    seen: dict[str, int] = {}
    repeats = []
    for row, draft in drafts.items():
        content = repr(replace(draft, row=0))
        if (draft.email or draft.external_id) and seen.setdefault(content, row) != row:
            repeats.append(row)
    for row in repeats:
        del drafts[row]
    return len(repeats)


def double_faults(
    drafts: Iterable[Draft], faults: dict[int, list[Fault]], *, places: dict[str, tuple[int, str]]
) -> list[Fault]:
    """A fault for each row with an earlier row's address or number, a note for each that may be its twin
    by name.

    `places` are index and heading of the columns "name", "email", "external_id" where the file has them.
    """
    everybody = list(drafts)
    found = []
    for meaning, code in (("email", "same_email"), ("external_id", "same_id")):
        first: dict[str, Draft] = {}
        for draft in everybody:
            value = getattr(draft, meaning)
            if value and first.setdefault(value, draft) is not draft:
                found.append(_double(draft, first[value], code, meaning, value, places))
    told = {fault.row for fault in found}
    named: dict[str, list[Draft]] = defaultdict(list)
    for draft in everybody:
        if draft.name:
            named[folded(draft.name)].append(draft)
    for twins in named.values():
        if 1 < len(twins) <= MOST_TWINS:
            found += [
                _double(twin, twins[0], "name_twin", "name", twin.name, places)
                for twin in twins[1:]
                if twin.row not in told and _may_be_one(twins[0], twin, faults)
            ]
    return found


def _may_be_one(one: Draft, other: Draft, faults: dict[int, list[Fault]]) -> bool:
    """Two of a name are asked about when one of them has no usable address: the other row may have it."""
    unusable = [
        row for row in (one.row, other.row) if any(fault.meaning == "email" for fault in faults.get(row, ()))
    ]
    return bool(unusable) or (not one.email) != (not other.email)


def _double(
    draft: Draft, first: Draft, code: str, meaning: str, value: str, places: dict[str, tuple[int, str]]
) -> Fault:
    index, heading = places.get(meaning, (-1, ""))
    return Fault(
        row=draft.row, column=index, code=code, name=draft.name, heading=heading, meaning=meaning, cell=value,
        part=value, other=first.row, is_note=code == "name_twin",
    )  # fmt: skip
