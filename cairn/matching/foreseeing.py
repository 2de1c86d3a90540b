"""What would follow: every change by hand is played before it is made, and what was shown is what is done.

The run as it stands is kept as far as it can be: only pairs that have to move do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cairn.matching.act import Act, Pair
from cairn.matching.consequence import Consequence, Moved
from cairn.matching.pairing import Pairing
from cairn.matching.refusal import Refused
from cairn.matching.standing import Standing, standing
from cairn.people.person import Person

if TYPE_CHECKING:
    from cairn.matching.run import Run
    from matchmaker import Round

#: Conditions nobody may break by hand.
NEVER = frozenset({"excluded", "oneself", "already_paired"})


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
