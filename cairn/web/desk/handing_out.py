"""A table as the answer to a request: kept by the browser, never shown in it."""

from django.http import HttpResponse

from cairn.intake.tables import TableFile


def handed_out(file: TableFile) -> HttpResponse:
    """The file under its own name."""
    headers = {
        "Content-Disposition": f'attachment; filename="{file.name}"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(file.content, content_type=file.content_type, headers=headers)
