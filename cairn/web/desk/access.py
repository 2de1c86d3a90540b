"""Who is reached where doors are opened, by group: the access audit of a programme."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cairn.inclusion.access_audit import access_of, audited
from cairn.web.desk.doors import programme_for
from cairn.web.desk.fairness import tables_in, untold_in
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_safe
def access(request: Visit, slug: str) -> HttpResponse:
    """Each audited format with its tables; they stay until ten people have changed."""
    programme = programme_for(request.person, slug)
    audits = [
        {"audit": each, "tables": tables_in(each), "untold": untold_in(each)} for each in access_of(programme)
    ]
    context = {"programme": programme, "audits": audits, "audited": bool(audited(programme))}
    return render(request, "desk/access.html", context)
