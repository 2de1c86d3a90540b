"""A link from a letter: GET shows what would happen, POST does it, so link scanners change nothing."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from cairn.kernel import clock
from cairn.people.passes import Pass
from cairn.web.answers.acts.act import REFUSALS, Act
from cairn.web.answers.purposes import act_of

#: What a mail program sends for its user (RFC 8058).
ONE_CLICK = ("List-Unsubscribe", "One-Click")


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Open to whoever holds the token. Only a mail program, and only for stopping mails, needs no form."""
    held = Pass.look(token)
    with clock.shift_by(held.organisation.clock_shift if held else 0):
        act = act_of(Pass.look(token))
        if act and act.by_program and request.POST.get(ONE_CLICK[0]) == ONE_CLICK[1]:
            return _done(request, act, token)
        answered: HttpResponse = _by_person(request, act, token)
        return answered


@csrf_protect
def _by_person(request: HttpRequest, act: Act | None, token: str) -> HttpResponse:
    """A spent or old link is told so kindly."""
    if act is None:
        return render(request, "answers/spent.html", status=410)
    if request.method == "POST":
        return _done(request, act, token)
    return _page(request, act)


def _page(request: HttpRequest, act: Act, *, problem: str = "", status: int = 200) -> HttpResponse:
    context = {"act": act, "shown": act.show(request.GET), "reply": act.row, "problem": problem}
    return render(request, act.template, context, status=status)


def _done(request: HttpRequest, act: Act, token: str) -> HttpResponse:
    """Spend the pass and act, both or neither; where it cannot be, say why and show the page as it is now."""
    try:
        with transaction.atomic():
            if Pass.redeem(token, purpose=act.held.purpose) is None:
                words = _("This link was used a moment ago. Nothing was changed a second time.")
            else:
                words = act.do(request.POST)
    except REFUSALS as refused:
        now = act_of(act.held)
        if now is None:
            return render(request, "answers/done.html", {"words": str(refused), "act": act})
        return _page(request, now, problem=str(refused), status=409)
    return render(request, "answers/done.html", {"words": words, "act": act})
