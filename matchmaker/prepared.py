"""A cohort made ready: everything that does not depend on weights, kept, so that playing again is quick."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import perf_counter
from typing import Any

import numpy as np

from matchmaker import balance, cards, choosing, exploits, hints, linting
from matchmaker.cohort import Cohort
from matchmaker.playing import solve_round
from matchmaker.round import Choices, Round
from matchmaker.rules import Rules
from matchmaker.scoring import Scoring
from matchmaker.sheet import Flags, Setting, Sheet
from matchmaker.solved import Solved
from matchmaker.writing_up import write_up

Pairs = Iterable[tuple[str, str]]


@dataclass(eq=False)
class Prepared:
    """A cohort under rules, encoded. `labels` turns codes inside reasons into words."""

    cohort: Cohort
    rules: Rules
    scoring: Scoring
    flags: Flags
    seconds: float
    labels: dict[str, str] = field(default_factory=dict)
    _last: tuple[Choices, Solved] | None = None

    def play(
        self,
        *,
        weights: Mapping[str, float] | None = None,
        aim: str | None = None,
        locked: Pairs = (),
        forbidden: Pairs = (),
        kept: Pairs = (),
        seed: int = 0,
    ) -> Round:
        """Solve a round. Pairs are (mentee id, mentor id); a locked pair is made whatever the gates say,
        and says which.
        """
        choices = Choices(
            weights=dict(weights or {}),
            aim=aim or self.rules.wishes.aim,
            locked=tuple(sorted(set(locked))),
            forbidden=tuple(sorted(set(forbidden))),
            kept=tuple(sorted(set(kept))),
            seed=seed,
        )
        return self.play_choices(choices)

    def play_choices(self, choices: Choices) -> Round:
        """Solve a round for choices put together before."""
        solved = self.solved(choices)
        return write_up(self.scoring, solved, choices, flags=self.flags, preparing=self.seconds)

    def solved(self, choices: Choices) -> Solved:
        """Return the arrays behind a round; the last one is at hand, any other is solved again."""
        last = self._last
        if last is None or last[0] != choices:
            # One assignment, read once: two threads may both solve, but neither gets the other's round.
            self._last = last = (choices, solve_round(self.scoring, choices))
        return last[1]

    def again(self, round_: Round, **changed: Any) -> Round:
        """Play a round again with some of its choices changed."""
        return self.play_choices(replace(round_.choices, **changed))

    def card(self, mentee: str, mentor: str, weights: Mapping[str, float] | None = None) -> cards.Card:
        """Return why these two: strength, three reasons, one difference and a first question."""
        return cards.card_of(self.scoring, mentee, mentor, Choices(weights=dict(weights or {})))

    def cards(self, round_: Round) -> list[cards.Card]:
        """Return the card of every pair of a round, in the order of its pairs."""
        solved = self.solved(round_.choices)
        rows = [(int(i), int(solved.mentor_of[i])) for i in np.flatnonzero(solved.mentor_of >= 0)]
        return cards.cards_of(self.scoring, rows, solved.weights)

    def shortlist(self, round_: Round, mentee: str, size: int = 3) -> list[choosing.Choice]:
        """Return mentors this mentee may choose from at nearly no cost to the cohort, each verified by
        solving again.
        """
        return choosing.shortlist(self, round_, mentee, size=size)

    def alternatives(self, round_: Round, mentee: str) -> list[choosing.Choice]:
        """Return every allowed mentor, best fit first, with what taking them would at least cost the
        round.
        """
        return choosing.alternatives(self, round_, mentee)

    def consequence(self, round_: Round, change: choosing.Change) -> choosing.Consequence:
        """Return what a change by hand would do, before it is done."""
        return choosing.consequence(self, round_, change)

    def hints(self, round_: Round, limit: int = 5) -> list[hints.Hint]:
        """Return what would match more people or match them better; every promise has been solved."""
        return hints.hints_for(self, round_, limit=limit)

    def balance(self) -> list[balance.Balance]:
        """Return demand and supply of each skill, the scarcest first."""
        return balance.balance_of(self.scoring)

    def lint(self) -> list[linting.Lint]:
        """Return whom each rule shuts out."""
        return linting.lint(self.scoring)

    def exploits(self, round_: Round, tries: int = 40) -> exploits.Exploits:
        """Return who would do better in the whole round by offering less free time."""
        return exploits.narrowing(self, round_, tries=tries)


def prepare(
    cohort: Cohort, rules: Rules, *, as_of: datetime | None = None, like: Prepared | None = None
) -> Prepared:
    """Encode a cohort. `as_of` is the moment waiting is counted to, and names the reference week of free
    time.

    `like` lends its parts where people and criteria are the same, which makes small changes quick; the
    answer never differs.
    """
    began = perf_counter()
    flags = Flags()
    setting = Setting(
        cohort=cohort,
        rules=rules,
        mentors=Sheet.of("mentor", cohort.mentors, flags),
        mentees=Sheet.of("mentee", cohort.mentees, flags),
        as_of=as_of,
        spelled={},
    )
    scoring = Scoring(setting, like=like.scoring if like else None)
    if scoring.lent and like is not None:
        setting.spelled.update(like.scoring.setting.spelled)
        flags.take(like.flags)
    if scoring.small:
        scoring.encoded(0, scoring.n)
    labels = {**setting.spelled, **cohort.labels}
    return Prepared(cohort, rules, scoring, flags, perf_counter() - began, labels)
