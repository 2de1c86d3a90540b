"""An answer from a mail: the link shows what will happen, the button does it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cairn.web.answers.reply import Reply

LONGEST = 1000


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Nothing on GET but a page; a POST spends the pass and acts. A spent or old link is told so kindly."""
    reply = Reply.held_by(token)
    if reply is None:
        return render(request, "answers/spent.html", status=410)
    if request.method != "POST":
        return render(request, "answers/answer.html", {"reply": reply})
    reason, another = request.POST.get("reason", "")[:LONGEST], "another" in request.POST
    words = reply.give(token, reason=reason, another=another)
    return render(request, "answers/done.html", {"words": words, "reply": reply})
