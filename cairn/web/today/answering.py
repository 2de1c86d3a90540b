"""The two answers to a card: yes, and not this one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cairn.matching.proposal import Proposal
from cairn.matching.refusal import Refused
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.today.decline import Decline
from cairn.web.today.offer import shown


@for_a_person
@require_POST
def acceptance(request: Visit, proposal_id: UUID) -> HttpResponse:
    """Say yes."""
    proposal = get_object_or_404(Proposal.objects.visible_to(request.person), pk=proposal_id)
    try:
        begun = proposal.accept(request.person)
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(
            request,
            _("You can begin: you both said yes.")
            if begun
            else _("Thank you. You can begin once the other agrees too."),
        )
    return redirect("today:today")


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: Visit, proposal_id: UUID) -> HttpResponse:
    """Say no; why is optional and stays private. The next best is offered at once."""
    proposal = get_object_or_404(Proposal.objects.visible_to(request.person).with_people(), pk=proposal_id)
    form = Decline(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        (offer,) = shown(request.person, [proposal])
        return render(request, "today/decline.html", {"offer": offer, "form": form})
    try:
        offers = proposal.decline(request.person, **form.cleaned_data)
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        another = any(request.person in offer.people for offer in offers)
        messages.success(request, _("Noted. Here is somebody else.") if another else _("Noted. We look on."))
    return redirect("today:today")
