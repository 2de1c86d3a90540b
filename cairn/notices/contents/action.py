"""Did you do it? One's own action, on the day it was meant for."""

from django.utils.translation import gettext as _

from cairn.mentorships.steps import CLOSED, OPEN_ACTIONS
from cairn.notices.acts import act_url
from cairn.notices.contents.content import Content, Values
from cairn.notices.contents.wording import at_home
from cairn.notices.facts import Facts
from cairn.notices.notice import Notice


def _read(notice: Notice, facts: Facts) -> Values | None:
    action, mentorship = facts.actions.get(notice.topic), facts.mentorship_of(notice)
    if action is None or mentorship is None:
        return None
    return {
        "when": action.when,
        "then": action.then,
        "programme": mentorship.programme.name,
        "link": at_home(f"/together/{mentorship.pk}/"),
    }


def _brief(notice: Notice, facts: Facts) -> Values | None:
    mentorship = facts.mentorship_of(notice)
    return {"link": at_home(f"/together/{mentorship.pk}/")} if mentorship else None


def _holds(notice: Notice, facts: Facts) -> bool:
    action, mentorship = facts.actions.get(notice.topic), facts.mentorship_of(notice)
    open_still = action is not None and action.state in OPEN_ACTIONS
    return open_still and mentorship is not None and mentorship.state != CLOSED


def _answers(notice: Notice, _facts: Facts) -> Values:
    """Done, take it along, let it go."""
    ask = {name: act_url(notice.person, f"action.{name}", notice.topic) for name in ("done", "carry", "drop")}
    return {
        "link": ask["done"],
        "more": [(_("Take it along"), ask["carry"]), (_("Let it go"), ask["drop"])],
    }


CHECK = Content(read=_read, holds=_holds, acts=_answers, brief=_brief)
