"""What a match card says: one sentence for each engine code and each reader.

The keys are the codes of the engine's reasons; a test fails for a code without its sentences. Each code has
three: to the mentee, to the mentor, and about both (for a coordinator). Placeholders in capitals of meaning:
`mentor_name` and `mentee_name` are people; `mentor` and `mentee` are what they answered; the rest are the
reason's own values.
"""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Phrase(NamedTuple):
    """One fact, said to each of its three readers."""

    mentee: str | Promise
    mentor: str | Promise
    coordinator: str | Promise


def same(sentence: str | Promise) -> Phrase:
    """A sentence that reads the same to everybody."""
    return Phrase(sentence, sentence, sentence)


REASONS: dict[str, Phrase] = {
    "offers_what_you_want": Phrase(
        _("%(mentor_name)s offers what you want: %(skills)s"),
        _("You offer what %(mentee_name)s wants: %(skills)s"),
        _("%(mentor_name)s offers what %(mentee_name)s wants: %(skills)s"),
    ),
    "swap": Phrase(
        _("You learn %(skills)s from %(mentor_name)s, who learns %(wanted)s from you"),
        _("You teach %(mentee_name)s %(skills)s and learn %(wanted)s"),
        _("%(mentor_name)s teaches %(skills)s, %(mentee_name)s teaches %(wanted)s"),
    ),
    "offers_near_what_you_want": Phrase(
        _("%(mentor_name)s offers %(skills)s, close to the %(wanted)s you want"),
        _("You offer %(skills)s, close to the %(wanted)s that %(mentee_name)s wants"),
        _("%(mentor_name)s offers %(skills)s, close to the %(wanted)s that %(mentee_name)s wants"),
    ),
    "speaks_of_the_same": Phrase(
        _("You both write about %(words)s"),
        _("You both write about %(words)s"),
        _("Both write about %(words)s"),
    ),
    "means_the_same": Phrase(
        _("What you both write is close in meaning"),
        _("What you both write is close in meaning"),
        _("What they write is close in meaning"),
    ),
    "shares_value": Phrase(
        _("You both chose %(values)s"),
        _("You both chose %(values)s"),
        _("Both chose %(values)s"),
    ),
    "differs_as_wished": Phrase(
        _("Another view, as you wished: %(mentor)s beside your %(mentee)s"),
        _("Another view: %(mentee)s beside your %(mentor)s"),
        _("Another view, as wished: %(mentor)s beside %(mentee)s"),
    ),
    "right_distance_in": Phrase(
        _("%(mentor_name)s is the step ahead that helps: %(mentor)s beside your %(mentee)s"),
        _("You are the step ahead that helps: %(mentor)s beside %(mentee)s"),
        _("The step between them is the one asked for: %(mentor)s beside %(mentee)s"),
    ),
    "free_together": Phrase(
        _("You share %(hours)s of free time a week, such as %(when)s"),
        _("You share %(hours)s of free time a week, such as %(when)s"),
        _("They share %(hours)s of free time a week, such as %(when)s"),
    ),
    "both_async": Phrase(
        _("You are both happy to write when you cannot meet"),
        _("You are both happy to write when you cannot meet"),
        _("Both are happy to write when they cannot meet"),
    ),
    "chose_each_other": Phrase(
        _("You chose each other"),
        _("You chose each other"),
        _("They chose each other"),
    ),
    "mentee_chose": Phrase(
        _("You chose %(mentor_name)s (choice %(rank)s)"),
        _("%(mentee_name)s chose you (choice %(rank)s)"),
        _("%(mentee_name)s chose %(mentor_name)s (choice %(rank)s)"),
    ),
    "mentor_chose": Phrase(
        _("%(mentor_name)s chose you (choice %(rank)s)"),
        _("You chose %(mentee_name)s (choice %(rank)s)"),
        _("%(mentor_name)s chose %(mentee_name)s (choice %(rank)s)"),
    ),
    "near": Phrase(
        _("You are %(km)s km apart"),
        _("You are %(km)s km apart"),
        _("They are %(km)s km apart"),
    ),
    "same_place": Phrase(
        _("You are both in %(place)s"),
        _("You are both in %(place)s"),
        _("Both are in %(place)s"),
    ),
    "waited": Phrase(
        _("It is your turn: you have waited %(days)s days"),
        _("%(mentee_name)s has waited %(days)s days"),
        _("%(mentee_name)s has waited %(days)s days"),
    ),
    "shares_language": Phrase(
        _("You both speak %(languages)s"),
        _("You both speak %(languages)s"),
        _("Both speak %(languages)s"),
    ),
    "has_room": Phrase(
        _("%(mentor_name)s has room for one more"),
        _("You have room for one more"),
        _("%(mentor_name)s has room for one more"),
    ),
    "nothing_against": same(_("Nothing stands against it")),
    "could_be_new": Phrase(
        _("%(mentor_name)s has not met you here before"),
        _("%(mentee_name)s has not met you here before"),
        _("They have not met here before"),
    ),
    "both_joined": Phrase(
        _("You both joined this programme to meet somebody"),
        _("You both joined this programme to meet somebody"),
        _("Both joined this programme to meet somebody"),
    ),
}

DIFFERENCES: dict[str, Phrase] = {
    "other_value": Phrase(
        _("%(mentor_name)s comes from %(mentor)s, you from %(mentee)s"),
        _("%(mentee_name)s comes from %(mentee)s, you from %(mentor)s"),
        _("One comes from %(mentor)s, the other from %(mentee)s"),
    ),
    "differs_as_wished": REASONS["differs_as_wished"],
    "not_offered": Phrase(
        _("%(mentor_name)s does not offer %(skills)s"),
        _("%(mentee_name)s also wants %(skills)s, which you do not offer"),
        _("Not offered: %(skills)s"),
    ),
    "step_between": Phrase(
        _("There is a step of %(gap)s between you"),
        _("There is a step of %(gap)s between you"),
        _("There is a step of %(gap)s between them"),
    ),
    "few_hours": Phrase(
        _("You share only %(hours)s of free time a week"),
        _("You share only %(hours)s of free time a week"),
        _("They share only %(hours)s of free time a week"),
    ),
    "not_chosen": Phrase(
        _("Neither of you had chosen the other yet"),
        _("Neither of you had chosen the other yet"),
        _("Neither had chosen the other"),
    ),
    "other_words": Phrase(
        _("You describe what matters in different words"),
        _("You describe what matters in different words"),
        _("They describe what matters in different words"),
    ),
    "far": Phrase(
        _("You work in different places: %(mentor)s and %(mentee)s"),
        _("You work in different places: %(mentor)s and %(mentee)s"),
        _("They work in different places: %(mentor)s and %(mentee)s"),
    ),
    "alike": Phrase(
        _("You are alike in all that was asked; ask what is not on this card"),
        _("You are alike in all that was asked; ask what is not on this card"),
        _("Alike in all that was asked"),
    ),
}

QUESTIONS: dict[str, Phrase] = {
    "ask_skill": Phrase(
        _("What would you like to do with %(skills)s in three months that you cannot do today?"),
        _("Which moment taught you most about %(skills)s?"),
        _("What should %(skills)s make possible in three months?"),
    ),
    "ask_value": Phrase(
        _("When did %(values)s last decide something for you?"),
        _("When did %(values)s last decide something for you?"),
        _("When did %(values)s last decide something for them?"),
    ),
    "ask_difference": Phrase(
        _("What does somebody from %(mentor)s see that you do not see from %(mentee)s?"),
        _("What does somebody from %(mentee)s see that you do not see from %(mentor)s?"),
        _("What do %(mentor)s and %(mentee)s see differently?"),
    ),
    "ask_goal": Phrase(
        _("What would make our first meeting worth it for you?"),
        _("What would make our first meeting worth it for you?"),
        _("What would make the first meeting worth it?"),
    ),
}

STRENGTHS: dict[str, str | Promise] = {
    "strong": _("Strong match"),
    "good": _("Good match"),
    "stretch": _("A stretch"),
}
