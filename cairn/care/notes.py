"""Notes: what the people of a mentorship read when a signal is raised, and the buttons that come with it.

Said so that nobody is to blame, and never with anything one of them answered or rated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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
    UNANSWERED,
)


@dataclass(frozen=True, slots=True)
class Note:
    """What the people of a mentorship read when a signal is raised. `choices` are the buttons, the main one
    first; each is a code of `CHOICES`.
    """

    title: Promise
    words: Promise
    choices: tuple[str, ...]


BOOK, RHYTHM, REST, WRAP_UP, GO_ON, ANOTHER, TELL, GOAL, THANKS = (
    "book",
    "rhythm",
    "rest",
    "wrap_up",
    "go_on",
    "another",
    "tell",
    "goal",
    "thanks",
)
CHOICES: Mapping[str, Promise] = {
    BOOK: _("Choose a time"),
    RHYTHM: _("Agree on another rhythm"),
    REST: _("Rest for four weeks"),
    WRAP_UP: _("Bring it to a good end"),
    GO_ON: _("All is well, we go on"),
    ANOTHER: _("Try somebody else"),
    TELL: _("Ask the coordinator to help"),
    GOAL: _("Write a goal"),
    THANKS: _("Open the page of the two of you"),
}
NOTES: Mapping[str, Note] = {
    NO_BOOKING: Note(
        _("A first half hour with %(others)s"),
        _(
            "You found each other a week ago, and no meeting is booked yet. Short first meetings work best: "
            "half an hour, three questions. Choose a time that suits you both."
        ),
        (BOOK, ANOTHER),
    ),
    NO_MEETING: Note(
        _("Shall we help you begin?"),
        _(
            "Two weeks, and you and %(others)s have not met. That happens, and nobody is to blame. "
            "Choose a time now, or let us find somebody else for you."
        ),
        (BOOK, ANOTHER, REST),
    ),
    GAP: Note(
        _("Still good with %(others)s?"),
        _(
            "You have not met for longer than you agreed. Perhaps all is well, perhaps the rhythm no longer "
            "fits: book, change it, rest, or bring it to a good end."
        ),
        (BOOK, GO_ON, RHYTHM, REST, WRAP_UP),
    ),
    CANCELLED: Note(
        _("Something shorter with %(others)s?"),
        _(
            "The last meetings did not come about. A quarter of an hour is enough to stay in touch, or a few "
            "written lines. Or rest until there is room again."
        ),
        (BOOK, REST, RHYTHM),
    ),
    MISSED: Note(
        _("Find each other again"),
        _(
            "You and %(others)s missed each other. It happens to everybody: a line of two words and a new "
            "time mend it."
        ),
        (BOOK, ANOTHER),
    ),
    NO_GOAL: Note(
        _("A goal makes it easier"),
        _("You have met twice and have no goal yet. Start tiny: what would be easier in four weeks?"),
        (GOAL, GO_ON),
    ),
    LOW: Note(
        _("What would help?"),
        _(
            "Your last meetings gave you less than you hoped. Only you read this. Choose what would help; "
            "nobody else learns of it unless you want them to."
        ),
        (THANKS, ANOTHER, TELL),
    ),
    APART: Note(
        _("A question for your next meeting"),
        _(
            "Now and then it is good to ask each other: what do we expect of this, and what would make it "
            "better? Ten minutes of your next meeting are enough."
        ),
        (THANKS, BOOK),
    ),
    UNANSWERED: Note(
        _("%(others)s waits for a word from you"),
        _("Something was written to you over a week ago. One line is enough, even “not now, in May”."),
        (THANKS, REST),
    ),
    LOAD: Note(
        _("Is it too much?"),
        _(
            "You give more time than you offered. Thank you, and take care: you may rest, or take nobody new "
            "for a while. Nobody will ask why."
        ),
        (REST, TELL, GO_ON),
    ),
    NO_CLOSURE: Note(
        _("A good end with %(others)s"),
        _(
            "Your time together ends soon. One last meeting to look back and to thank is worth more than any "
            "other. Choose a time for it, or go on for another while."
        ),
        (BOOK, WRAP_UP),
    ),
    DEPENDENT: Note(
        _("Build your circle"),
        _(
            "You meet often, and your goals have stood still for a while. Who else could help? Three people "
            "around a goal carry further than one."
        ),
        (GOAL, GO_ON),
    ),
}
