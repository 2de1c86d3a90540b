"""A process that brings an upload in and is killed at its nth statement; `test_killing.py` starts it."""

import os
import signal
import sys
from typing import Any
from uuid import UUID

import django

django.setup()

from django.db import connection  # noqa: E402 - models load after Django's set-up

from cairn.intake.bringing import bring  # noqa: E402 - models load after Django's set-up
from cairn.intake.upload import Upload  # noqa: E402


def main(upload_id: str, last: int) -> None:
    """Count the statements that write; the last one allowed is followed by SIGKILL."""
    written = 0

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal written
        result = execute(sql, params, many, context)
        written += sql.startswith(("INSERT", "UPDATE", "DELETE"))
        if written == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    with connection.execute_wrapper(count):
        bring(Upload.objects.get(pk=UUID(upload_id)))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
