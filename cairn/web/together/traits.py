"""What only some formats have: the hot seat, the pledge, changes, open doors, halves."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from cairn.mentorships.change import CHANGED, DID, Change
from cairn.mentorships.half import balances_of, is_lopsided, who_starts
from cairn.mentorships.hearing import Hearing
from cairn.mentorships.hot_seat import HotSeat, turns_of
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pledge import Pledge, pledged
from cairn.mentorships.sponsor_act import KINDS, SponsorAct
from cairn.mentorships.written_round import round_of
from cairn.people.person import Person
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.together.doors import attempt, mentorship_for, only_with

DOORS = {
    "introduced": gettext_lazy("introduced somebody"),
    "project": gettext_lazy("put forward for a project"),
    "stage": gettext_lazy("gave a stage, or the credit"),
    "presentation": gettext_lazy("sat in on a presentation, and said how it was"),
    "recommended": gettext_lazy("recommended for a role"),
    "protected": gettext_lazy("protected from too much work"),
}
ROUND = {
    "present": gettext_lazy("The case"),
    "clarify": gettext_lazy("Questions, without advice"),
    "ideas": gettext_lazy("Ideas"),
    "summary": gettext_lazy("What stays"),
    "thanks": gettext_lazy("Thanks"),
}


def pieces_of(mentorship: Mentorship, person: Person) -> dict[str, Any]:
    """What the page shows for each trait its format has, and nothing for the others."""
    pieces: dict[str, Any] = {}
    for trait, piece in PIECES.items():
        if mentorship.has(trait):
            pieces |= piece(mentorship, person)
    return pieces


def _hot_seat(mentorship: Mentorship, person: Person) -> dict[str, Any]:
    latest = HotSeat.objects.filter(mentorship=mentorship, round_at__isnull=False).last()
    around = round_of(latest) if latest else None
    steps = [(ROUND[step.name], step) for step in around.steps] if around else []
    return {
        "turns": turns_of(mentorship),
        "seat": latest,
        "round": steps,
        "open_step": around.now if around else None,
        "my_turn": bool(around and around.now and person.pk in around.now.speakers),
    }


def _pledge(mentorship: Mentorship, person: Person) -> dict[str, Any]:
    member = mentorship.member(person)
    given = list(Pledge.objects.filter(mentorship=mentorship).select_related("person"))
    promises = member is not None and member.side == "mentee"
    return {"pledges": given, "may_pledge": promises and not pledged(mentorship, person)}


def _changes(mentorship: Mentorship, _person: Person) -> dict[str, Any]:
    return {"changes": list(Change.objects.filter(mentorship=mentorship).select_related("person"))}


def _doors(mentorship: Mentorship, person: Person) -> dict[str, Any]:
    acts = SponsorAct.objects.filter(mentorship=mentorship).select_related("by", "of")
    member = mentorship.member(person)
    return {
        "doors": [(DOORS[act.kind], act) for act in acts],
        "door_kinds": list(DOORS.items()),
        "opens_doors": member is not None and member.side == "mentor",
    }


def _halves(mentorship: Mentorship, _person: Person) -> dict[str, Any]:
    balances = balances_of(mentorship)
    return {
        "starts": who_starts(mentorship),
        "balance": balances[-1] if balances else None,
        "lopsided": is_lopsided(mentorship),
    }


PIECES = {
    "hot_seat": _hot_seat,
    "no_cancel_pledge": _pledge,
    "changes": _changes,
    "impact_after": _changes,
    "sponsor_acts": _doors,
    "halves": _halves,
}


def _back(mentorship: Mentorship, place: str) -> HttpResponseRedirect:
    return redirect(f"{reverse('together:mentorship', args=[mentorship.pk])}#{place}")


@for_a_person
@require_POST
@only_with("async_round")
def seat(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """Take the hot seat for a round in writing."""
    mentorship = mentorship_for(request.person, mentorship_id)
    case = request.POST.get("case", "")
    attempt(
        request,
        lambda: HotSeat.take(mentorship, by=request.person, case=case, in_writing=True),
        said=_("The round has begun. Write down your case."),
    )
    return _back(mentorship, "seat")


@for_a_person
@require_POST
@only_with("async_round")
def hearing(request: Visit, mentorship_id: UUID, seat_id: UUID) -> HttpResponse:
    """Speak in the step that is open."""
    mentorship = mentorship_for(request.person, mentorship_id)
    found = get_object_or_404(HotSeat.objects.filter(mentorship=mentorship), pk=seat_id)
    words = request.POST.get("words", "")
    attempt(request, lambda: Hearing.say(found, by=request.person, words=words), said=_("Said."))
    return _back(mentorship, "seat")


@for_a_person
@require_POST
@only_with("no_cancel_pledge")
def pledge(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """Promise not to cancel."""
    mentorship = mentorship_for(request.person, mentorship_id)
    attempt(request, lambda: Pledge.give(mentorship, by=request.person), said=_("Promised."))
    return _back(mentorship, "pledge")


@for_a_person
@require_POST
@only_with("changes", "impact_after")
def changes(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """Tell what came of it."""
    mentorship = mentorship_for(request.person, mentorship_id)
    kind = CHANGED if mentorship.has("changes") else DID
    words = request.POST.get("words", "")
    attempt(
        request, lambda: Change.tell(mentorship, by=request.person, words=words, kind=kind), said=_("Told.")
    )
    return _back(mentorship, "changes")


@for_a_person
@require_POST
@only_with("sponsor_acts")
def doors(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """Write down a door that was opened."""
    mentorship = mentorship_for(request.person, mentorship_id)
    kind = request.POST.get("kind", "")
    others = {str(each.pk): each for each in mentorship.others(request.person)}
    whom = others.get(request.POST.get("of", "")) or next(iter(others.values()))
    words = request.POST.get("words", "")
    attempt(
        request,
        lambda: SponsorAct.log(
            mentorship, by=request.person, of=whom, kind=kind if kind in KINDS else "", words=words
        ),
        said=_("Noted."),
    )
    return _back(mentorship, "doors")


@for_a_person
@require_POST
@only_with("sponsor_acts")
def door_taken_up(request: Visit, mentorship_id: UUID, act_id: UUID) -> HttpResponse:
    """It led somewhere."""
    mentorship = mentorship_for(request.person, mentorship_id)
    act = get_object_or_404(SponsorAct.objects.filter(mentorship=mentorship), pk=act_id)
    attempt(request, lambda: act.take_up(request.person), said=_("Noted."))
    return _back(mentorship, "doors")
