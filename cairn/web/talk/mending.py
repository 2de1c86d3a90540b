"""Mending what one said: in other words for a quarter of an hour, taken back for a day."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from cairn.conversations.posting import MOST_LETTERS
from cairn.conversations.refusal import Refused
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.talk.finding import own_message


class Revision(forms.Form):
    """The words as they should be."""

    body = forms.CharField(
        required=False,
        strip=False,
        max_length=MOST_LETTERS,
        label=gettext_lazy("Your words"),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def revision(request: Visit, message_id: UUID) -> HttpResponse:
    """Say it in other words."""
    message = own_message(request.person, message_id)
    form = Revision(request.POST if request.method == "POST" else None, initial={"body": message.body})
    if form.is_valid():
        try:
            message.edit(request.person, form.cleaned_data["body"])
        except Refused as refused:
            form.add_error("body", str(refused))
        else:
            return redirect("talk:thread", message.thread_id)
    return render(request, "talk/revision.html", {"message": message, "form": form})


@for_a_person
@require_POST
def withdrawal(request: Visit, message_id: UUID) -> HttpResponse:
    """Take it back."""
    message = own_message(request.person, message_id)
    try:
        message.take_back(request.person)
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("Taken back. Nobody can read it any more."))
    return redirect("talk:thread", message.thread_id)
