"""Jobs of the room: a check, a bringing-in, and what a tick finds left over."""

import logging
from uuid import UUID

from django.db import transaction
from django_tasks import task

from cairn.intake import bringing, checking
from cairn.intake.upload import BRINGING, CHECKING, FAILED, Upload
from cairn.kernel import clock

log = logging.getLogger(__name__)


def start_check(upload: Upload) -> bool:
    """Have the upload checked in the background; False where it is busy or over."""
    with transaction.atomic():
        begun = checking.begin(upload)
        if begun:
            work_on.enqueue(str(upload.pk))
    return begun


def start_bringing(upload: Upload) -> bool:
    """Have a checked upload brought in, in the background; False where it is not ready."""
    with transaction.atomic():
        begun = bringing.begin(upload)
        if begun:
            work_on.enqueue(str(upload.pk))
    return begun


@task()
def work_on(upload_id: str) -> None:
    """Do what the upload's state says is to be done; a fault of ours fails the upload and harms nothing."""
    upload = Upload.objects.select_related("programme__organisation", "file").get(pk=UUID(upload_id))
    job = {CHECKING: checking.check, BRINGING: bringing.bring}.get(upload.state)
    if job is None:
        return
    try:
        with clock.shift_by(upload.programme.organisation.clock_shift):
            job(upload)
    except Exception:
        log.exception("upload %s failed while %s", upload_id, upload.state)
        at_work = Upload.objects.filter(pk=upload.pk, state__in=(CHECKING, BRINGING))
        at_work.update(state=FAILED, failure="unexpected", touched_at=clock.wall())


def minute() -> None:
    """Take up again what a kill interrupted."""
    now = clock.wall()
    for upload in Upload.objects.silent(now):
        if Upload.objects.filter(pk=upload.pk).silent(now).update(touched_at=now):
            work_on.enqueue(str(upload.pk))


def night() -> None:
    """Delete files that nobody brought in."""
    for upload in Upload.objects.over(clock.now()).select_related("file"):
        upload.drop_file()
