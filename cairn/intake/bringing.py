"""Bringing people in: all rows or none, in one transaction, and never twice."""

from django.db import transaction

from cairn.accounts.organisation import Organisation
from cairn.intake.checking import check, look_through
from cairn.intake.upload import BRINGING, CHECKED, DONE, Upload
from cairn.intake.writing import write
from cairn.journal import recording as journal
from cairn.kernel import clock

#: Of the summary, what the journal keeps.
_COUNTS = ("rows", "new", "changed", "same", "left", "joined", "left_out")


def begin(upload: Upload) -> bool:
    """Mark a checked upload without faults as being brought in; False for any other."""
    ready = Upload.objects.filter(pk=upload.pk, state=CHECKED, summary__faulty=0, file__isnull=False)
    return bool(ready.update(state=BRINGING, done_rows=0, touched_at=clock.wall(), failure=""))


def bring(upload: Upload) -> Upload:
    """Bring everybody in. The file is read again first: where a fault has come up since, the report says
    so and nobody comes in. Killed at any moment, it leaves nothing half-done and is taken up again.
    """
    upload.refresh_from_db()
    if upload.state != BRINGING:
        return upload
    examined = look_through(upload)
    if examined.faulty_rows:
        return check(upload)
    with transaction.atomic():
        # One import at a time in an organisation, so that two files naming one person make one person.
        Organisation.objects.select_for_update().get(pk=upload.organisation_id)
        mine = Upload.objects.filter(pk=upload.pk, state=BRINGING)
        if not mine.update(
            state=DONE, finished_at=clock.now(), done_rows=upload.rows, touched_at=clock.wall()
        ):
            upload.refresh_from_db()
            return upload
        write(examined, programme=upload.programme, side=upload.side)
        journal.record(
            "intake.brought",
            organisation=upload.organisation_id,
            actor=upload.by_id,
            subject=upload,
            data={"side": upload.side, **{name: upload.summary.get(name, 0) for name in _COUNTS}},
        )
    upload.refresh_from_db()
    upload.drop_file()
    return upload
