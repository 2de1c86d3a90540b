"""News of a mentorship itself: its agreement, its rests, its goodbye."""

from django.utils.translation import gettext as _

from cairn.mentorships.steps import CLOSED, CLOSING
from cairn.notices.acts import act_url
from cairn.notices.contents.content import Content, Values
from cairn.notices.contents.wording import at_home, day, listed, who_did
from cairn.notices.facts import Facts
from cairn.notices.notice import Notice


def _read(notice: Notice, facts: Facts) -> dict[str, object] | None:
    mentorship = facts.mentorship_of(notice)
    if mentorship is None:
        return None
    everybody = [each.person for each in mentorship.members.all() if each.person_id != notice.person_id]
    return {
        "by": who_did(notice, facts),
        "by_you": notice.data.get("by") == str(notice.person_id),
        "other": listed(everybody) or _("your group"),
        "last_day": day(mentorship.ends_on) if mentorship.ends_on else "",
        "programme": mentorship.programme.name,
        "link": at_home(f"/together/{mentorship.pk}/"),
    }


def _read_agreement(notice: Notice, facts: Facts) -> Values | None:
    values, agreement = _read(notice, facts), facts.agreements.get(notice.topic)
    if values is None or agreement is None:
        return None
    rhythm = _("Every %(n)s days, %(minutes)s minutes")
    return {**values, "rhythm": rhythm % {"n": agreement.rhythm_days, "minutes": agreement.minutes}}


def _is_to_be_agreed(notice: Notice, facts: Facts) -> bool:
    agreement, mentorship = facts.agreements.get(notice.topic), facts.mentorship_of(notice)
    if agreement is None or agreement.agreed_at or agreement.pk not in facts.newest_agreements:
        return False
    if mentorship is None or mentorship.state == CLOSED:
        return False
    return all(yes.person_id != notice.person_id for yes in agreement.consents.all())


def _agree(notice: Notice, facts: Facts) -> Values:
    link = act_url(notice.person, "agreement.agree", notice.topic)
    read = at_home(f"/together/{facts.agreements[notice.topic].mentorship_id}/")
    return {"link": link, "more": [(_("Change something first"), read)]}


def _lives(notice: Notice, facts: Facts) -> bool:
    mentorship = facts.mentorship_of(notice)
    return mentorship is not None and mentorship.state != CLOSED


def _is_closing(notice: Notice, facts: Facts) -> bool:
    mentorship = facts.mentorship_of(notice)
    return mentorship is not None and mentorship.state == CLOSING


def _is_over(notice: Notice, facts: Facts) -> bool:
    mentorship = facts.mentorship_of(notice)
    return mentorship is not None and mentorship.state == CLOSED


AGREEMENT = Content(read=_read_agreement, holds=_is_to_be_agreed, acts=_agree)
NEWS = Content(read=_read, holds=_lives)
CLOSING_NEWS = Content(read=_read, holds=_is_closing)
ENDED = Content(read=_read, holds=_is_over)
