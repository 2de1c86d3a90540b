"""One pair: its card, and what may be done to it. Every change shows what follows before it is made."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cairn.matching.act import Act
from cairn.web.desk.changing import ask_first, make
from cairn.web.desk.doors import pairing_for, run_for
from cairn.web.desk.opened import opened
from cairn.web.desk.picking import hand_of, partner_of
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_safe
def pair(request: Visit, slug: str, number: int, pair_id: UUID) -> HttpResponse:
    """The match card."""
    pairing = pairing_for(request.person, slug, number, pair_id)
    return render(request, "desk/pair.html", opened(pairing, reader=request.person))


@for_a_person
@require_POST
def lock(request: Visit, slug: str, number: int, pair_id: UUID) -> HttpResponse:
    """These two stay together, whatever the weights say."""
    pairing = pairing_for(request.person, slug, number, pair_id)
    return make(request, pairing.run, Act.lock(pairing))


@for_a_person
@require_POST
def unlock(request: Visit, slug: str, number: int, pair_id: UUID) -> HttpResponse:
    """They need not stay together any longer."""
    pairing = pairing_for(request.person, slug, number, pair_id)
    return make(request, pairing.run, Act.release(pairing))


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def exclusion(request: Visit, slug: str, number: int, pair_id: UUID) -> HttpResponse:
    """These two are never put together in this programme."""
    pairing = pairing_for(request.person, slug, number, pair_id)
    act = Act.forbid_pair(pairing)
    if request.method == "POST":
        return make(request, pairing.run, act)
    return ask_first(request, pairing.run, act, template="desk/exclusion.html", pairing=pairing)


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def swap(request: Visit, slug: str, number: int, pair_id: UUID) -> HttpResponse:
    """Two mentees exchange their mentors."""
    pairing = pairing_for(request.person, slug, number, pair_id)
    choice = partner_of(pairing, said=request.POST or request.GET)
    act = Act.swap(pairing, choice.chosen) if choice.chosen else None
    if request.method == "POST" and act:
        return make(request, pairing.run, act)
    return ask_first(request, pairing.run, act, template="desk/swap.html", pairing=pairing, choice=choice)


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def by_hand(request: Visit, slug: str, number: int) -> HttpResponse:
    """Put two people together, whatever the engine thinks."""
    run = run_for(request.person, slug, number)
    hand = hand_of(run, said=request.POST or request.GET)
    act = Act.match(hand.mentee, hand.mentor) if hand.mentee and hand.mentor else None
    if request.method == "POST" and act:
        return make(request, run, act)
    return ask_first(request, run, act, template="desk/hand.html", hand=hand)
