"""Which formats a programme offers, and what each of them is, in a few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from cairn.kernel.strict import said
from cairn.programmes.format import Format, NotChoosable, formats
from cairn.web.desk.doors import programme_for
from cairn.web.shell.visiting import Visit, for_a_person

if TYPE_CHECKING:
    from cairn.programmes.programme import Programme


@dataclass(frozen=True, slots=True)
class FormatLine:
    """A format as a coordinator reads it. One that is not ready cannot be chosen yet."""

    id: str
    name: str
    purpose: str
    facts: tuple[str, ...]
    chosen: bool
    ready: bool


def format_lines(programme: Programme) -> list[FormatLine]:
    """Every format there is, the programme's own ticked."""
    offered = {each.id for each in programme.formats()}
    return [
        FormatLine(
            each.id,
            each.title,
            said(each.purpose),
            tuple(fact for fact in (size(each), rhythm(each), term(each)) if fact),
            each.id in offered,
            each.is_ready,
        )
        for each in formats().values()
    ]


def size(one: Format) -> str:
    """How many come together."""
    group = one.group
    if not group.max:
        return _("one, and as many as wish to follow")
    if group.is_circle:
        return _("%(min)s to %(max)s people around a mentor") % {"min": group.min, "max": group.max}
    if group.max > 1:
        return _("two people, or up to %(max)s around one") % {"max": group.max}
    return _("two people")


def rhythm(one: Format) -> str:
    """How often they meet, and for how long."""
    values = {"minutes": one.minutes}
    if not one.cadence:
        return _("once, %(minutes)s minutes") % values
    first, last = one.cadence[0], one.cadence[-1]
    values |= {"first": first, "last": last}
    if first == last:
        return _("every %(first)s days, %(minutes)s minutes") % values
    return _("every %(first)s days, later every %(last)s, %(minutes)s minutes") % values


def term(one: Format) -> str:
    """How long it lasts; empty for what is over after one meeting."""
    if not one.term_weeks:
        return ""
    weeks = ngettext("%(n)s week", "%(n)s weeks", one.term_weeks) % {"n": one.term_weeks}
    meetings = ngettext("%(n)s meeting", "%(n)s meetings", one.sessions_target) % {"n": one.sessions_target}
    return f"{weeks}, {meetings}"


@for_a_person
@require_POST
def choice(request: Visit, slug: str) -> HttpResponse:
    """Offer the ticked ones."""
    programme = programme_for(request.person, slug)
    try:
        programme.choose_formats(request.POST.getlist("format"), by=request.person)
    except NotChoosable as refused:
        messages.warning(request, why_not(refused.code))
    else:
        messages.success(request, _("Saved. Each format has its own rules in the Match Lab."))
    return redirect("desk:settings", slug=slug)


def why_not(code: str) -> str:
    """Why formats were not kept."""
    return {
        "none": _("A programme needs at least one format. Nothing was changed."),
        "not_ready": _(
            "This format comes with its safety part, which is not there yet. Nothing was changed."
        ),
    }.get(code, _("This format is not known here. Nothing was changed."))
