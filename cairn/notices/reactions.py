"""Whom we tell about what happened. A proposal has two sides, and an errand for each.

What is told is read again when the errand runs, so that nobody is asked about something that is settled by
then. A publication that is taken back is never told: nothing had left.
"""

from typing import cast

from django.conf import settings
from django.utils import translation

from cairn.journal.entry import Entry
from cairn.journal.errand import Errand
from cairn.journal.reaction import Settle, outside
from cairn.matching.proposal import OPEN, Proposal
from cairn.mentorships.mentorship import Mentorship
from cairn.notices.match_news import MatchNews, Side, match_news
from cairn.notices.telling import tell
from cairn.people.person import Person


def both_sides(_entry: Entry) -> tuple[str, str]:
    """An errand each."""
    return ("mentee", "mentor")


def the_other_side(entry: Entry) -> tuple[str]:
    """The one who did not act."""
    return ("mentor",) if entry.data["side"] == "mentee" else ("mentee",)


@outside(targets=both_sides, doubt="again")
def offer_match(errand: Errand) -> Settle:
    """The card, with a yes and a no."""
    proposal = _proposal(errand)
    news = _news(proposal, errand)
    if not _waits_for(news.you, proposal):
        return None
    with translation.override(news.language):
        values = news.values(**news.answers())
    return tell(news.you, f"match_{errand.target}", values, about=proposal.pk, because_of=errand)


@outside(targets=the_other_side, doubt="again")
def say_it_is_your_turn(errand: Errand) -> Settle:
    """One said yes, and the other has not answered."""
    proposal = _proposal(errand)
    news = _news(proposal, errand)
    if not _waits_for(news.you, proposal):
        return None
    with translation.override(news.language):
        values = news.values(link=f"{settings.BASE_URL}/today/")
    return tell(news.you, "match_awaits", values, about=proposal.pk, because_of=errand)


@outside(targets=the_other_side, doubt="again")
def say_it_will_not_begin(errand: Errand) -> Settle:
    """One said no. Never why; and not to somebody whose next card already says so."""
    proposal = _proposal(errand)
    news = _news(proposal, errand)
    side = {f"{errand.target}__person": news.you}
    if Proposal.objects.filter(follows=proposal, **side).exists():
        return None
    with translation.override(news.language):
        values = news.values()
    return tell(news.you, "match_closed", values, about=proposal.pk, because_of=errand)


@outside(targets=both_sides, doubt="again")
def say_it_has_begun(errand: Errand) -> Settle:
    """Both said yes."""
    mentorship = Mentorship.objects.get(pk=errand.entry.subject_id)
    proposal = Proposal.objects.with_people().get(pk=mentorship.origin)
    news = _news(proposal, errand)
    with translation.override(news.language):
        values = news.values()
    return tell(news.you, "match_begun", values, about=proposal.pk, because_of=errand)


def _proposal(errand: Errand) -> Proposal:
    found: Proposal = Proposal.objects.with_people().get(pk=errand.entry.subject_id)
    return found


def _waits_for(person: Person, proposal: Proposal) -> bool:
    return proposal.state == OPEN and proposal.answer_of(person) is None


def _news(proposal: Proposal, errand: Errand) -> MatchNews:
    side = cast("Side", errand.target)
    before = proposal.follows
    # The one who said no asked for the next card; only the other learns from it that the last one is off.
    follows = before is not None and getattr(before, f"{side}_id") == getattr(proposal, f"{side}_id")
    return match_news(proposal, side=side, card=proposal.card, follows=follows)
