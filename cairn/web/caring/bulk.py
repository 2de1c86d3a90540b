"""One act for many: first how it would look, then for all of them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cairn.care.acting import act_on_all
from cairn.care.causes import ACTS
from cairn.care.recipes import ACT, WHAT, ready_words
from cairn.care.rescue import Case, with_people
from cairn.kernel.text import first_name_of
from cairn.web.caring.doors import programme_for
from cairn.web.caring.rescue import chosen_in, said
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def bulk(request: Visit, slug: str) -> HttpResponse:
    """GET shows whom it reaches and what they read; POST does it."""
    programme = programme_for(request.person, slug)
    cases = chosen_in(request, programme, request.person)
    acts = [act for act in ACTS if cases and all(act in case.acts for case in cases)]
    asked = request.POST.get("act") or request.GET.get("act", "")
    act = asked if asked in acts else _suggested(cases, acts)
    if request.method == "POST" and act and act == asked:
        signals = [case.leading for case in cases]
        done = act_on_all(signals, act, by=request.person, words=request.POST.get("words", ""))
        if done.sent:
            messages.success(request, said(done.sent))
        for sentence in done.refused:
            messages.warning(request, sentence)
        return redirect("caring:rescue", slug=slug)
    context = {
        "programme": programme,
        "cases": with_people(cases),
        "acts": [(each, str(ACT[each])) for each in acts],
        "act": act,
        "what": str(WHAT[act]) if act else "",
        "words": request.POST.get("words", "") or _words(request, cases, act),
    }
    return render(request, "caring/bulk.html", context)


def _suggested(cases: list[Case], acts: list[str]) -> str:
    """What the first of them needs, if it can be done for all."""
    return next((act for act in (cases[0].acts if cases else ()) if act in acts), "")


def _words(request: Visit, cases: list[Case], act: str) -> str:
    """Ready words that suit all of them."""
    if not act:
        return ""
    codes = {case.leading.code for case in cases}
    code = codes.pop() if len(codes) == 1 else ""
    return ready_words(code, act) % {"names": _("you two"), "me": first_name_of(request.person.name)}
