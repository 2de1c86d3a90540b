"""The agreement on one screen: read it, tap once; or change something, and all are asked again."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cairn.mentorships.agreement import Agreement
from cairn.mentorships.mentorship import Mentorship
from cairn.people.person import Person
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.together.agreement_form import CHANNEL_NAMES, TermsForm
from cairn.web.together.doors import attempt, shown, with_trait


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def agreement(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """GET reads the newest version; POST proposes another."""
    found = with_trait(request.person, mentorship_id, "agreement")
    versions = list(Agreement.objects.filter(mentorship=found).prefetch_related("consents__person"))
    form = TermsForm.of(versions[0].as_terms(), request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            request,
            lambda: Agreement.propose(found, by=request.person, terms=form.as_terms()),
            said=_("Proposed. It counts once everybody has said yes."),
        )
    ):
        return redirect("together:agreement", mentorship_id)
    context = {**_read(found, versions, request.person), "form": form}
    return shown(request, "together/agreement.html", found, context, status=400 if form.errors else 200)


def _read(found: Mentorship, versions: list[Agreement], person: Person) -> dict[str, object]:
    newest = versions[0]
    said = {consent.person_id for consent in newest.consents.all()}
    return {
        "newest": newest,
        "channel": CHANNEL_NAMES[newest.channel],
        "words": newest.terms or {},
        "in_force": next((each for each in versions if each.agreed_at), None),
        "said_yes": [(member.person, member.person_id in said) for member in found.present()],
        "mine": person.pk in said,
        "older": versions[1:],
    }


@for_a_person
@require_POST
def consent(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """Yes to the version that was read: `version` says which, so that nobody agrees to another."""
    found = with_trait(request.person, mentorship_id, "agreement")
    number = request.POST.get("version", "")
    version = found.agreements.filter(version=number if number.isdecimal() else 0).first()
    if version is None:
        return redirect("together:agreement", mentorship_id)
    done = attempt(request, lambda: version.consent(request.person))
    if done:
        version.refresh_from_db()
        agreed = _("Agreed. You can begin.")
        messages.success(request, agreed if version.agreed_at else _("Thank you. The others are asked too."))
    return redirect("together:mentorship" if done else "together:agreement", mentorship_id)
