"""News of a match."""

from typing import cast

from cairn.matching.proposal import OPEN, Proposal
from cairn.meetings import proposing
from cairn.mentorships.steps import CLOSED
from cairn.notices.acts import act_url, choosing, spelled
from cairn.notices.contents.content import Content, Values
from cairn.notices.contents.wording import at_home, called, moment
from cairn.notices.facts import Facts
from cairn.notices.match_news import MatchNews, Side, match_news
from cairn.notices.notice import Notice


def _news(notice: Notice, proposal: Proposal) -> MatchNews:
    side = cast("Side", proposal.side_of(notice.person))
    before = proposal.follows
    # The one who said no asked for the next card; only the other learns from it that the last one is off.
    follows = before is not None and getattr(before, f"{side}_id") == getattr(proposal, f"{side}_id")
    return match_news(proposal, side=side, card=proposal.card, follows=follows)


def _read(notice: Notice, facts: Facts) -> Values | None:
    proposal = facts.proposals.get(notice.topic)
    return _news(notice, proposal).values() if proposal else None


def _brief(notice: Notice, facts: Facts) -> Values | None:
    proposal = facts.proposals.get(notice.topic)
    if proposal is None:
        return None
    news = _news(notice, proposal)
    return {"their_name": called(news.other), "follows": news.follows, "link": at_home("/today/")}


def _is_awaited(notice: Notice, facts: Facts) -> bool:
    proposal = facts.proposals.get(notice.topic)
    return proposal is not None and proposal.state == OPEN and proposal.answer_of(notice.person) is None


def _is_there(notice: Notice, facts: Facts) -> bool:
    return notice.topic in facts.proposals


def _acts(notice: Notice, facts: Facts) -> Values:
    return _news(notice, facts.proposals[notice.topic]).answers()


def _times(notice: Notice, facts: Facts) -> Values:
    """Three times to meet first, held for them for a while; the link opens with one of them filled in."""
    mentorship = facts.proposals[notice.topic].mentorship()
    if mentorship is None or mentorship.state == CLOSED:
        return {}
    held = proposing.propose(mentorship)
    link = act_url(notice.person, "meeting.book", mentorship.pk)
    return {
        "times": [
            (moment(each.starts_at, notice.person), choosing(link, at=spelled(each.starts_at)))
            for each in held
        ]
    }


CARD = Content(read=_read, holds=_is_awaited, acts=_acts, brief=_brief)
TURN = Content(read=_read, holds=_is_awaited, brief=_brief)
BEGUN = Content(read=_read, holds=_is_there, acts=_times, brief=_brief)
NEWS = Content(read=_read, holds=_is_there, brief=_brief)
