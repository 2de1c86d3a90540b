"""Mends made on the page: one cell, one yes for all that are alike, a row joined or left out."""

from collections.abc import Mapping

from django.db import transaction

from cairn.intake.fault import Fault
from cairn.intake.finding import findings
from cairn.intake.upload import BRINGING, DONE, Upload


class NotMendable(ValueError):
    """The mend does not fit this upload: it is over, or the cell is one that nobody may see."""


@transaction.atomic
def mend(upload: Upload, texts: Mapping[tuple[int, int], str]) -> None:
    """Put other texts in cells, by row and column; raises NotMendable for a column of group membership, and
    then changes none.
    """
    secret, columns = upload.secret_columns(), range(len(upload.columns))
    if any(column in secret or column not in columns for _row, column in texts):
        raise NotMendable
    kept = _open(upload)
    mends = kept.mends
    mends.cells |= texts
    kept.keep_mends(mends)


@transaction.atomic
def accept(upload: Upload, *, meaning: str, part: str) -> int:
    """Say yes to an offer wherever the same thing stands; how many rows that mends."""
    kept = _open(upload)
    alike = [fault for fault in _offers(kept) if (fault.meaning, fault.part) == (meaning, part)]
    if not alike:
        raise NotMendable
    return _take(kept, alike)


@transaction.atomic
def accept_all(upload: Upload) -> int:
    """Say yes to every offer that a fault has; notes are each asked about on their own."""
    kept = _open(upload)
    return _take(kept, [fault for fault in _offers(kept) if not fault.is_note])


@transaction.atomic
def join_all(upload: Upload) -> int:
    """Join every row whose address or number stood in an earlier row; how many."""
    kept = _open(upload)
    mends = kept.mends
    same = [fault for fault in kept.faults() if fault.can_join]
    mends.joined.update({fault.row: fault.other for fault in same})
    kept.keep_mends(mends)
    return len(same)


@transaction.atomic
def join_alike(upload: Upload, *, key: str) -> int:
    """Join every row of a finding into the row it names; how many."""
    kept = _open(upload)
    mends = kept.mends
    same = [fault for fault in _alike(kept, key) if fault.can_join]
    if not same:
        raise NotMendable
    mends.joined.update({fault.row: fault.other for fault in same})
    kept.keep_mends(mends)
    return len(same)


@transaction.atomic
def leave_out_alike(upload: Upload, *, key: str) -> int:
    """Bring the file in without the rows of a finding; how many."""
    kept = _open(upload)
    mends = kept.mends
    rows = {fault.row for fault in _alike(kept, key)}
    if not rows:
        raise NotMendable
    mends.left_out |= rows
    kept.keep_mends(mends)
    return len(rows)


@transaction.atomic
def leave_out(upload: Upload, *, rows: set[int]) -> None:
    """Bring the file in without these rows."""
    kept = _open(upload)
    mends = kept.mends
    mends.left_out |= rows
    kept.keep_mends(mends)


@transaction.atomic
def take_back(upload: Upload, *, row: int) -> None:
    """Undo every mend of one row."""
    kept = _open(upload)
    mends = kept.mends
    mends.left_out.discard(row)
    mends.joined.pop(row, None)
    mends.cells = {place: text for place, text in mends.cells.items() if place[0] != row}
    kept.keep_mends(mends)


def _open(upload: Upload) -> Upload:
    """The row itself, locked, so that two clicks at once are both kept."""
    kept: Upload = Upload.objects.select_for_update().get(pk=upload.pk)
    if kept.state in {BRINGING, DONE} or kept.file_id is None:
        raise NotMendable
    return kept


def _alike(upload: Upload, key: str) -> tuple[Fault, ...]:
    """The faults of one finding; none where it is gone."""
    everything = (*upload.faults(), *upload.faults(notes=True))
    return next((found.faults for found in findings(everything) if found.key == key), ())


def _offers(upload: Upload) -> list[Fault]:
    return [fault for fault in (*upload.faults(), *upload.faults(notes=True)) if fault.offer]


def _take(upload: Upload, faults: list[Fault]) -> int:
    mends = upload.mends
    for fault in faults:
        mends.offers[fault.meaning, fault.part] = fault.offer
    upload.keep_mends(mends)
    return len({fault.row for fault in faults})
