"""The next steps of a mentorship in words."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cairn.mentorships import next_step as steps


class Words(NamedTuple):
    """A title, a sentence (may name the others), what the button says, and the page it is done on: a route of
    Together (or another area's, with its name), "goal", or a place on the mentorship's own page. No page
    where there is only waiting.
    """

    title: str | Promise
    text: str | Promise
    label: str | Promise = ""
    page: str = ""


WORDS: dict[str, Words] = {
    steps.AGREE: Words(
        _("Agree how you work together"),
        _("It is filled in already. Read it in a minute, and tap once."),
        _("Read and agree"),
        "agreement",
    ),
    steps.WAIT: Words(
        _("You have done your part"),
        _("Now it is up to %(names)s. There is nothing you need to do."),
    ),
    steps.PLEDGE: Words(
        _("Promise to be there"),
        _("%(names)s gives time to show you something. Promise that you keep your meetings."),
        _("Read the promise"),
        "#pledge",
    ),
    steps.AGREE_GOAL: Words(
        _("Is this a good goal?"),
        _("Read what %(names)s wrote, and say yes or talk about it."),
        _("Read the goal"),
        "goal",
    ),
    steps.SET_GOAL: Words(
        _("Write down one goal"),
        _("One sentence is enough. What would be different in half a year?"),
        _("Write a goal"),
        "new_goal",
    ),
    steps.ACT: Words(
        _("What you wanted to do"),
        _("Done, not yet, or no longer wanted: one tap."),
        _("Look at it"),
        "#actions",
    ),
    steps.MEET: Words(
        _("Find a time to meet"),
        _("Half an hour is enough. Bring one question."),
        _("Find a time"),
        "meetings:times",
    ),
    steps.TELL: Words(
        _("What came of it?"),
        _("A sentence is enough, and means more to %(names)s than thanks."),
        _("Tell it"),
        "#changes",
    ),
    steps.RESTS: Words(
        _("It rests"),
        _("It goes on by itself on the day that was chosen."),
        _("Look at it"),
        "mentorship",
    ),
    steps.GO_ON: Words(
        _("Does it go on?"),
        _("You have not met for a while. One tap is enough, whichever way."),
        _("Answer"),
        "mentorship",
    ),
    steps.FAREWELL: Words(
        _("Say goodbye well"),
        _("What stays, a thank-you, and what comes next. Three taps."),
        _("Begin"),
        "farewell",
    ),
    steps.WALK: Words(
        _("Try one step"),
        _("A small thing this week is enough. Write down when you will do it."),
        _("Write it down"),
        "new_action",
    ),
    steps.NOTHING: Words(_("It has ended"), _("What you wrote stays here for you to read.")),
}
