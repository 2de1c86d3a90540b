"""Recipes: what a cause is called for a coordinator, and ready words for each act.

Everything is said so that nobody is to blame. Words for two people use only their first names; what one of
them answered or rated is never among them.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cairn.care.causes import (
    APART,
    CANCELLED,
    DEPENDENT,
    GAP,
    LOAD,
    LOW,
    MISSED,
    NO_BOOKING,
    NO_CLOSURE,
    NO_GOAL,
    NO_MEETING,
    NUDGE,
    PAUSE,
    REMATCH,
    SLOTS,
    TALK,
    UNANSWERED,
)

#: What a coordinator reads: the cause in a few words.
LEAD: Mapping[str, Promise] = {
    NO_BOOKING: _("No meeting booked yet"),
    NO_MEETING: _("No first meeting yet"),
    GAP: _("Longer without a meeting than agreed"),
    CANCELLED: _("Meetings called off in a row"),
    MISSED: _("Somebody did not come, more than once"),
    NO_GOAL: _("No goal after the second meeting"),
    LOW: _("Somebody asked you for help"),
    APART: _("Two see it differently"),
    UNANSWERED: _("It has become quiet"),
    LOAD: _("A mentor carries a lot"),
    NO_CLOSURE: _("The end is near, no goodbye planned"),
    DEPENDENT: _("Many meetings, goals stand still"),
}
WHY: Mapping[str, Promise] = {
    NO_BOOKING: _("Both were offered times a week ago. Often one sentence is missing, or a free hour."),
    NO_MEETING: _("Three weeks and no meeting: somebody else may fit better."),
    GAP: _("They were asked a week ago whether the rhythm still suits them."),
    CANCELLED: _("Usually it is workload, not will. A shorter meeting, or a pause, often helps."),
    MISSED: _("They were helped to repair it once. Now a conversation helps more than a mail."),
    NO_GOAL: _("A goal gives a meeting its thread. One question is enough to begin."),
    LOW: _("One of them chose to tell you. What they said and rated stays with them: ask."),
    UNANSWERED: _("One wrote, the other has neither answered nor met for over a week."),
    LOAD: _("More people or hours than they offered. They were told how to pause a week ago."),
}
ACT: Mapping[str, Promise] = {
    NUDGE: _("Send a kind word"),
    SLOTS: _("Offer three times"),
    REMATCH: _("Find somebody else"),
    PAUSE: _("Offer a pause"),
    TALK: _("Ask for a talk"),
}
WHAT: Mapping[str, Promise] = {
    NUDGE: _("They get your words, with one button to book."),
    SLOTS: _("Three times that suit both are held for two days; they tap one."),
    REMATCH: _("Who has never met is matched anew at once; others are offered it."),
    PAUSE: _("They get your words, with one button to rest for four weeks."),
    TALK: _("They get your words and answer you directly."),
}


#: Ready words of a coordinator, to be edited. Every act has some; a cause may have its own.
READY: Mapping[str, Promise] = {
    NUDGE: _(
        "Hello %(names)s,\n\nI thought of you. Is anything in the way? If a time is missing, here is "
        "the page where you find one. If something else is, just answer me.\n\n%(me)s"
    ),
    f"{NO_GOAL} {NUDGE}": _(
        "Hello %(names)s,\n\na goal can be tiny. What would be easier in four weeks? Write it in one "
        "line; you can change it whenever you like.\n\n%(me)s"
    ),
    f"{UNANSWERED} {NUDGE}": _(
        "Hello %(names)s,\n\nit has become quiet between you. One line is enough to begin again, and "
        "“not now” is an answer too.\n\n%(me)s"
    ),
    SLOTS: _("Hello %(names)s,\n\nhere are times that suit you all. Tap one, and it is booked.\n\n%(me)s"),
    REMATCH: _(
        "Hello %(names)s,\n\nnot every match gets going, and that is nobody’s fault. Somebody else "
        "may suit you better now. Thank you for having been open to it.\n\n%(me)s"
    ),
    PAUSE: _(
        "Hello %(names)s,\n\nif there is too much just now, let it rest. Four weeks, one tap, and it "
        "goes on by itself. Nobody asks why.\n\n%(me)s"
    ),
    TALK: _(
        "Hello %(names)s,\n\nmay I have ten minutes with you this week? I would like to hear how it "
        "goes and what would help. Just answer with a time that suits you.\n\n%(me)s"
    ),
}


def ready_words(code: str, act: str) -> str:
    """The words to begin from, with %(names)s and %(me)s still to be filled in, in the active language."""
    return str(READY.get(f"{code} {act}") or READY[act])
