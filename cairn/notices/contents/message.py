"""Somebody wrote. Their words go along only where the format does not keep them in the house."""

from cairn.conversations.message import Message
from cairn.kernel.reply_address import reply_address
from cairn.kernel.text import single_line
from cairn.notices.contents.content import Content, Values
from cairn.notices.contents.wording import at_home, who_did
from cairn.notices.facts import Facts
from cairn.notices.notice import Notice

STRICT = "strict"
MOST_LETTERS = 400
#: The letter of signs that stand for somebody's part in a thread.
SIGN = "t"


def _read(notice: Notice, facts: Facts) -> Values | None:
    thread, mentorship = facts.threads.get(notice.topic), facts.mentorship_of(notice)
    if thread is None:
        return None
    return {
        "by": who_did(notice, facts),
        "words": "",
        "programme": mentorship.programme.name if mentorship else "",
        "link": at_home(f"/talk/{thread.pk}/"),
    }


def _is_unread(notice: Notice, facts: Facts) -> bool:
    thread, part = facts.threads.get(notice.topic), facts.parts.get((notice.topic, notice.person_id))
    return thread is not None and part is not None and not part.muted and part.read_to < thread.latest


def _words(notice: Notice, facts: Facts) -> Values:
    """The newest unread message of somebody else, shortened; nothing where words stay in the house."""
    mentorship, part = facts.mentorship_of(notice), facts.parts.get((notice.topic, notice.person_id))
    if mentorship is None or part is None or mentorship.kind.privacy == STRICT:
        return {}
    answers = reply_address(SIGN, part.pk)
    headers = {"Reply-To": answers} if answers else {}
    unread = Message.objects.visible_to(notice.person).filter(
        thread=notice.topic, number__gt=part.read_to, taken_back_at=None
    )
    newest = unread.exclude(author=notice.person_id).order_by("-number").first()
    words = single_line(newest.body, most=MOST_LETTERS) if newest and newest.body else ""
    return {"words": words, "headers": headers}


POSTED = Content(read=_read, holds=_is_unread, acts=_words)
