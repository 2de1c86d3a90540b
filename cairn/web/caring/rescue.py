"""The rescue queue: who needs somebody, what helps, one click."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from cairn.care.acting import MOST_LETTERS, act
from cairn.care.recipes import LEAD
from cairn.care.refusal import Refused
from cairn.care.rescue import Case, apart, queue, with_people
from cairn.care.signal import Signal
from cairn.care.worked import worked_before
from cairn.people.person import Person
from cairn.programmes.programme import Programme
from cairn.web.caring.cases import shown
from cairn.web.caring.doors import programme_for, signal_for
from cairn.web.shell.visiting import Visit, for_a_person

PER_PAGE = 20
SHOWN_RESTING = 20


@for_a_person
@require_safe
def rescue(request: Visit, slug: str) -> HttpResponse:
    """Those that wait, the heaviest first; those somebody wrote to lately below."""
    programme = programme_for(request.person, slug)
    everything = queue(programme, reader=request.person)
    cause = request.GET.get("cause", "")
    waiting, resting = apart(everything)
    kept = [case for case in waiting if not cause or case.leading.code == cause]
    page = Paginator(kept, PER_PAGE).get_page(request.GET.get("page"))
    worked = worked_before(programme.organisation)
    context = {
        "programme": programme,
        "page": page,
        "keep": f"cause={cause}&" if cause in LEAD else "",
        "cause": cause,
        "causes": _causes(waiting),
        "waiting": len(waiting),
        "cases": shown(with_people(list(page.object_list)), me=request.person, worked=worked),
        "resting": shown(with_people(resting[:SHOWN_RESTING]), me=request.person, worked=worked),
        "resting_count": len(resting),
    }
    return render(request, "caring/rescue.html", context)


def _causes(waiting: list[Case]) -> list[tuple[str, str, int]]:
    counts: dict[str, int] = {}
    for case in waiting:
        counts[case.leading.code] = counts.get(case.leading.code, 0) + 1
    return [(code, str(LEAD[code]), count) for code, count in counts.items()]


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def case(request: Visit, slug: str, signal_id: UUID) -> HttpResponse:
    """One of them: all that can be done, each with words to edit."""
    programme = programme_for(request.person, slug)
    signal = signal_for(request.person, programme, signal_id)
    if request.method == "POST" and _acted(request, signal):
        return redirect("caring:rescue", slug=slug)
    return _opened(request, programme, signal)


def _opened(request: Visit, programme: Programme, signal: Signal) -> HttpResponse:
    worked = worked_before(programme.organisation)
    one = with_people([Case(signal.mentorship_id, [signal])])
    (opened,) = shown(one, me=request.person, worked=worked)
    chosen = request.POST.get("act") or request.GET.get("act", "")
    way = next((each for each in opened.ways if each.code == chosen), opened.ways[0])
    words = request.POST.get("words", "")[:MOST_LETTERS] or way.words
    context = {"programme": programme, "case": opened, "way": way, "words": words}
    return render(request, "caring/case.html", context, status=409 if request.method == "POST" else 200)


def _acted(request: Visit, signal: Signal) -> bool:
    """Do it and say so, or say why not; what was typed stays."""
    try:
        act(signal, request.POST.get("act", ""), by=request.person, words=request.POST.get("words", ""))
    except Refused as refused:
        messages.warning(request, str(refused))
        return False
    messages.success(request, _("Done. If it helps, they leave this list by themselves."))
    return True


def said(sent: int) -> str:
    """How many were written to."""
    return ngettext("%(n)s pair was written to.", "%(n)s pairs were written to.", sent) % {"n": sent}


def chosen_in(request: Visit, programme: Programme, person: Person) -> list[Case]:
    """The cases ticked on the list; what is no case of theirs is left out."""
    ticked = {*request.GET.getlist("signal"), *request.POST.getlist("signal")}
    return [each for each in queue(programme, reader=person) if str(each.leading.pk) in ticked]
