"""What one was told: the unread first."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cairn.kernel import clock
from cairn.notices.line import lines_of
from cairn.notices.notice import Notice
from cairn.web.shell.visiting import Visit, for_a_person

A_PAGE = 20


@for_a_person
@require_safe
def notices(request: Visit) -> HttpResponse:
    """One's own, a page at a time."""
    mine = Notice.objects.visible_to(request.person).listed().alias(new=Q(seen_at__isnull=True))
    page = Paginator(mine.order_by("-new", "-made_at", "-id"), A_PAGE).get_page(request.GET.get("page"))
    lines = lines_of(page.object_list, reader=request.person)
    unread = any(line.notice.seen_at is None for line in lines)
    return render(request, "notices/notices.html", {"page": page, "lines": lines, "unread": unread})


@for_a_person
@require_POST
def seen(request: Visit) -> HttpResponse:
    """All of them are read."""
    count = Notice.objects.visible_to(request.person).unseen().update(seen_at=clock.now())
    if count:
        messages.success(request, _("All read."))
    return redirect("notices:notices")


@for_a_person
@require_POST
def opening(request: Visit, notice_id: UUID) -> HttpResponse:
    """Read it, and go where it leads."""
    found = get_object_or_404(Notice.objects.visible_to(request.person), pk=notice_id)
    found.see()
    (line,) = lines_of([found], reader=request.person)
    return redirect(line.path)
