"""Checking an upload: the dry run as a job, its findings kept sealed."""

from typing import Any

from django.db import transaction

from cairn.intake.comparing import CHANGED, LEFT, NEW, SAME
from cairn.intake.examining import Examined, examine
from cairn.intake.reading import read
from cairn.intake.upload import CHECKED, CHECKING, Upload
from cairn.kernel import clock
from cairn.people.own_skill import PREFIX
from cairn.people.taxonomy import taxonomy


def begin(upload: Upload) -> bool:
    """Mark the upload as being checked; False where another job is at work or it is over."""
    free = Upload.objects.filter(pk=upload.pk, file__isnull=False).exclude(
        state__in=(CHECKING, "bringing", "done")
    )
    return bool(free.update(state=CHECKING, done_rows=0, touched_at=clock.wall(), failure=""))


def check(upload: Upload) -> Upload:
    """Read everything and keep what was found.

    Safe to begin again after a kill, since nothing else is written. A mend that came while it ran has it read
    once more; columns that were changed meanwhile make it give up, another check is on its way.
    """
    while True:
        examined = look_through(upload)
        with transaction.atomic():
            now = Upload.objects.select_for_update().get(pk=upload.pk)
            if now.mended == upload.mended or now.columns != upload.columns:
                return _finish(now, examined) if now.columns == upload.columns and now.at_work else now
        upload.mended = now.mended


def _finish(upload: Upload, examined: Examined) -> Upload:
    upload.findings = [fault.as_list() for fault in examined.faults]
    upload.roll = _roll(examined)
    upload.summary = _summary(examined)
    upload.state, upload.done_rows, upload.touched_at = CHECKED, upload.rows, clock.wall()
    upload.save(update_fields=("findings", "roll", "summary", "state", "done_rows", "touched_at"))
    return upload


def look_through(upload: Upload) -> Examined:
    """The dry run of an upload."""
    if upload.file is None:
        raise FileNotFoundError(upload.pk)
    return examine(
        read(upload.file),
        columns=upload.the_columns(),
        mends=upload.mends,
        programme=upload.programme,
        side=upload.side,
        progress=upload.touch,
    )


def _summary(examined: Examined) -> dict[str, Any]:
    """Counts, which stay when the file goes. `own_words` are skills that no taxonomy knows."""
    faulty = examined.faulty_rows
    states = [state for row, state in examined.states.items() if row not in faulty]
    claims = [
        claim.code
        for draft in examined.drafts.values()
        for claim in (draft.offered or []) + (draft.wanted or [])
    ]
    return {
        "rows": examined.rows,
        "faulty": len(faulty),
        "ready": len(states),
        NEW: states.count(NEW),
        CHANGED: states.count(CHANGED),
        SAME: states.count(SAME),
        LEFT: states.count(LEFT),
        "joined": examined.joined,
        "repeated": examined.repeated,
        "left_out": examined.left_out,
        "absent": examined.absent,
        "notes": sum(fault.is_note for fault in examined.faults),
        "skills": len(set(claims)),
        "own_words": len({code for code in claims if code.startswith(PREFIX)}),
        "grouped": sum(bool(draft.groups) for draft in examined.drafts.values()),
    }


def _roll(examined: Examined) -> dict[str, Any]:
    """Rows that are ready, spellings taken as one, and options that will be new; shown on the page of the
    check.
    """
    faulty = examined.faulty_rows
    known = taxonomy.skills()
    return {
        "people": [
            [row, draft.name, draft.email or draft.external_id, examined.states[row]]
            for row, draft in examined.drafts.items()
            if row not in faulty
        ],
        "spellings": [
            [known.label(code) if not code.startswith(PREFIX) else ways[0], ways]
            for code, ways in examined.spellings.items()
        ],
        "options": examined.book.fresh_labels(),
    }
