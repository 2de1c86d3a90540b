"""What would follow: every change by hand is played before it is made, and what was shown is what is done.

The run as it stands is kept as far as it can be: only pairs that have to move do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cairn.matching.act import Act, Pair, pair_of
from cairn.matching.exclusion import Exclusion
from cairn.matching.inputs import Inputs
from cairn.matching.lock import Lock
from cairn.matching.pairing import Pairing
from cairn.matching.refusal import Refused
from cairn.matching.rulebook import Rulebook
from cairn.matching.workbench import Bench, bench_for
from cairn.people.person import Person

if TYPE_CHECKING:
    from cairn.matching.run import Run
    from matchmaker import Round

#: Conditions nobody may break by hand.
NEVER = frozenset({"excluded", "oneself", "already_paired"})


@dataclass(frozen=True)
class Standing:
    """A run as it stands: its pairings by mentee, its rules, and what holds beside them."""

    run: Run
    book: Rulebook
    bench: Bench
    pairings: Mapping[str, Pairing]
    locks: frozenset[Pair]
    exclusions: frozenset[Pair]

    @cached_property
    def pairs(self) -> dict[str, str]:
        """Mentor by mentee, as person ids."""
        return dict(pair_of(each) for each in self.pairings.values())

    def play(self, *, locks: frozenset[Pair], exclusions: frozenset[Pair]) -> Round:
        """The round that moves as few pairs as it can; raises Refused where it cannot hold what it is told
        to.
        """
        return self.bench.play(
            weights=self.book.weights,
            aim=self.book.aim,
            locked=sorted(locks),
            forbidden=sorted(exclusions),
            kept=sorted(pair for pair in self.pairs.items() if pair not in exclusions),
            seed=self.run.seed,
        )


@dataclass(frozen=True)
class Moved:
    """One mentee who would meet somebody else; names are empty and fits 0 where there is nobody."""

    mentee: str
    mentee_name: str
    before: str
    before_name: str
    after: str
    after_name: str
    fit_before: float
    fit_after: float


@dataclass(frozen=True)
class Consequence:
    """What follows from an act: totals and counts before and after, who moves, and which conditions a pair
    would break.
    """

    act: Act
    revision: int
    total_before: float
    total_after: float
    matched_before: int
    matched_after: int
    moved: tuple[Moved, ...]
    broken: tuple[str, ...]
    round: Round
    locks: frozenset[Pair]
    exclusions: frozenset[Pair]

    @property
    def cost(self) -> float:
        """Total fit given up; negative where there is more of it."""
        return self.total_before - self.total_after

    @property
    def others(self) -> tuple[Moved, ...]:
        """Those who move without having been named."""
        named = {mentee for mentee, _mentor in (*self.act.hold, *self.act.forbid, *self.act.free)}
        return tuple(each for each in self.moved if each.mentee not in named)


def standing(run: Run) -> Standing:
    """The run as it stands now. Unseals the snapshot only when its people are not on the workbench any
    more.
    """
    book = Rulebook.parse(run.rules)
    bench = bench_for(
        str(run.programme_id),
        run.snapshot.digest,
        lambda: Inputs.from_json(run.snapshot.inputs),
        book.as_engine(),
    )
    people = bench.gathered.inputs
    mentees, mentors = {row.id for row in people.mentees}, {row.id for row in people.mentors}
    return Standing(
        run=run,
        book=book,
        bench=bench,
        pairings={str(each.mentee.person_id): each for each in Pairing.objects.filter(run=run).with_people()},
        locks=_among(Lock.objects.pairs(run.programme), mentees, mentors),
        exclusions=_among(Exclusion.objects.pairs(run.programme), mentees, mentors),
    )


def _among(pairs: frozenset[Pair], mentees: set[str], mentors: set[str]) -> frozenset[Pair]:
    return frozenset(pair for pair in pairs if pair[0] in mentees and pair[1] in mentors)


def round_of(now: Standing) -> Round:
    """The run as it stands as the engine's round: for who waits and why, and what else each could have."""
    return now.play(locks=now.locks, exclusions=now.exclusions)


def foresee(run: Run, act: Act, *, now: Standing | None = None) -> Consequence:
    """What would follow from this act; nothing is changed. Raises Refused where it may not be."""
    now = now or standing(run)
    mentees = {mentee for mentee, _mentor in (*act.hold, *act.forbid)}
    kept = frozenset(pair for pair in now.locks if pair not in act.free and pair not in act.forbid)
    locks = frozenset(pair for pair in kept if pair[0] not in mentees or not act.hold) | frozenset(act.hold)
    exclusions = now.exclusions | frozenset(act.forbid)
    _refuse_impossible(now, act, locks)
    after = now.play(locks=locks, exclusions=exclusions)
    broken = tuple(dict.fromkeys(gate for pair in after.pairs if _held(pair, act) for gate in pair.broken))
    if NEVER & set(broken):
        raise Refused("never_together", _("These two cannot be put together."))
    return Consequence(
        act=act,
        revision=now.run.revision,
        total_before=sum(each.fit for each in now.pairings.values()),
        total_after=after.total,
        matched_before=len(now.pairings),
        matched_after=len(after.pairs),
        moved=_moved(now, after),
        broken=broken,
        round=after,
        locks=locks,
        exclusions=exclusions,
    )


def _held(pair: object, act: Act) -> bool:
    return (getattr(pair, "mentee", None), getattr(pair, "mentor", None)) in act.hold


def _refuse_impossible(now: Standing, act: Act, locks: frozenset[Pair]) -> None:
    if now.exclusions & set(act.hold):
        raise Refused("excluded", _("These two were excluded from each other. Take that back first."))
    places = {row.id: row.capacity for row in now.bench.gathered.inputs.mentors}
    held = Counter(mentor for _mentee, mentor in locks)
    if any(held[mentor] > places.get(mentor, 0) for _mentee, mentor in act.hold):
        raise Refused("full", _("This mentor has no room for another pair that is held."))


def _moved(now: Standing, after: Round) -> tuple[Moved, ...]:
    new = {pair.mentee: pair for pair in after.pairs}
    changed = sorted(
        mentee
        for mentee in {*new, *now.pairs}
        if now.pairs.get(mentee) != (new[mentee].mentor if mentee in new else None)
    )
    people = {*changed, *(new[each].mentor for each in changed if each in new)}
    names = {str(key): name for key, name in Person.objects.filter(pk__in=people).values_list("pk", "name")}
    return tuple(_move(now.pairings.get(mentee), new.get(mentee), mentee, names) for mentee in changed)


def _move(old: Pairing | None, new: object, mentee: str, names: Mapping[str, str]) -> Moved:
    mentor = str(getattr(new, "mentor", ""))
    return Moved(
        mentee=mentee,
        mentee_name=names.get(mentee, ""),
        before=str(old.mentor.person_id) if old else "",
        before_name=old.mentor.person.name if old else "",
        after=mentor,
        after_name=names.get(mentor, ""),
        fit_before=old.fit if old else 0.0,
        fit_after=float(getattr(new, "fit", 0.0)),
    )
