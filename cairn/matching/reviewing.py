"""Review: changing a run by hand, with the consequence shown first, and taking it back.

Whoever presses the button sends the revision they were looking at; if somebody else changed the run meanwhile
nothing is done, and they see the new state first.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.matching.act import Act, Pair
from cairn.matching.change import UNDO, Change
from cairn.matching.consequence import Consequence
from cairn.matching.exclusion import Exclusion
from cairn.matching.foreseeing import foresee
from cairn.matching.lock import Lock
from cairn.matching.pairing import Pairing
from cairn.matching.publication import SENT, WAITING, Publication
from cairn.matching.refusal import Refused
from cairn.matching.run import Run
from cairn.matching.running import explained, pairings_of
from cairn.matching.standing import Standing, standing
from cairn.programmes.enrolment import Enrolment

if TYPE_CHECKING:
    from uuid import UUID

    from cairn.people.person import Person

Enrolments = dict[tuple[str, str], "UUID"]


@transaction.atomic
def carry_out(run: Run, act: Act, *, by: Person, revision: int, why: str = "") -> Change:
    """Do what `foresee` showed for this revision."""
    run = _hold(run, revision)
    now = standing(run)
    seen = foresee(run, act, now=now)
    enrolments = _enrolments(run)
    change = Change(
        organisation_id=run.organisation_id,
        run=run,
        kind=act.kind,
        asked=act.asked,
        before=[[each.mentee, each.before or None] for each in seen.moved],
        after=[[each.mentee, each.after or None] for each in seen.moved],
        total_before=seen.total_before,
        total_after=seen.total_after,
        locks=_settle_locks(run, now, seen, enrolments, by=by),
        exclusions=_settle_exclusions(run, now, seen, enrolments, by=by, why=why),
        by=by,
        at=clock.now(),
    )
    _replace(run, now, seen, enrolments)
    return _keep(run, change)


@transaction.atomic
def undo(run: Run, *, by: Person, revision: int) -> Change:
    """Take back the latest change that still stands: pairs, locks and exclusions are as they were before
    it.
    """
    run = _hold(run, revision)
    last: Change | None = Change.objects.filter(run=run).standing().last()
    if last is None:
        raise Refused("nothing_to_undo", _("Nothing was changed by hand, so there is nothing to take back."))
    enrolments = _enrolments(run)
    _restore(Lock, run, last.locks, enrolments, by=by)
    _restore(Exclusion, run, last.exclusions, enrolments, by=by)
    now = standing(run)
    _put(run, now, dict(last.before), enrolments)
    change = Change(
        organisation_id=run.organisation_id,
        run=run,
        kind=UNDO,
        asked=last.asked,
        before=last.after,
        after=last.before,
        total_before=last.total_after,
        total_after=last.total_before,
        undoes=last,
        by=by,
        at=clock.now(),
    )
    return _keep(run, change)


def _hold(run: Run, revision: int) -> Run:
    """The run, locked for us, if it may still be changed and is as the person saw it."""
    held: Run = (
        Run.objects.select_for_update(of=("self",)).select_related("programme", "snapshot").get(pk=run.pk)
    )
    if held.revision != revision:
        raise Refused("changed_meanwhile", _("Somebody changed this run meanwhile. Look at it as it is now."))
    if not held.is_latest:
        raise Refused("not_latest", _("There is a newer run. Only the newest can be changed by hand."))
    if Publication.objects.filter(run=held, state__in=(WAITING, SENT)).exists():
        raise Refused(
            "published", _("This run is on its way or has been sent. Take it back first, or make a new run.")
        )
    return held


def _enrolments(run: Run) -> Enrolments:
    rows = Enrolment.objects.filter(programme=run.programme_id).values_list("side", "person_id", "pk")
    return {(side, str(person)): pk for side, person, pk in rows}


def _settle_locks(
    run: Run, now: Standing, seen: Consequence, enrolments: Enrolments, *, by: Person
) -> dict[str, Any]:
    """Delete and make lock rows; returns what an undo has to reverse."""
    gone, new = sorted(now.locks - seen.locks), sorted(seen.locks - now.locks)
    for pair in gone:
        Lock.objects.filter(programme=run.programme_id, **_ends(pair, enrolments)).delete()
    for pair in new:
        _lock(run, pair, enrolments, by=by, by_hand=seen.act.by_hand)
    return {"gone": [list(pair) for pair in gone], "new": [list(pair) for pair in new]}


def _settle_exclusions(
    run: Run, now: Standing, seen: Consequence, enrolments: Enrolments, *, by: Person, why: str
) -> dict[str, Any]:
    new = sorted(seen.exclusions - now.exclusions)
    for pair in new:
        Exclusion.objects.create(**_facts(run, by), **_ends(pair, enrolments), why=why)
    return {"gone": [], "new": [list(pair) for pair in new]}


def _restore(
    kind: type[Lock | Exclusion], run: Run, kept: dict[str, Any], ends: Enrolments, *, by: Person
) -> None:
    for mentee, mentor in kept.get("new", ()):
        kind.objects.filter(programme=run.programme_id, **_ends((mentee, mentor), ends)).delete()
    for mentee, mentor in kept.get("gone", ()):
        kind.objects.create(**_facts(run, by), **_ends((mentee, mentor), ends))


def _lock(run: Run, pair: Pair, enrolments: Enrolments, *, by: Person, by_hand: bool) -> None:
    Lock.objects.create(**_facts(run, by), **_ends(pair, enrolments), by_hand=by_hand)


def _facts(run: Run, by: Person) -> dict[str, Any]:
    return {
        "organisation_id": run.organisation_id,
        "programme_id": run.programme_id,
        "by": by,
        "at": clock.now(),
    }


def _ends(pair: Pair, enrolments: Enrolments) -> dict[str, UUID]:
    return {"mentee_id": enrolments["mentee", pair[0]], "mentor_id": enrolments["mentor", pair[1]]}


def _replace(run: Run, now: Standing, seen: Consequence, enrolments: Enrolments) -> None:
    """New rows for those who move; everybody else's row stays as it is."""
    moved = {each.mentee for each in seen.moved}
    _drop(now, moved)
    _make(
        run,
        now,
        [(pair.mentee, pair.mentor) for pair in seen.round.pairs if pair.mentee in moved],
        enrolments,
    )


def _put(run: Run, now: Standing, wanted: dict[str, str | None], enrolments: Enrolments) -> None:
    """The named mentees meet these mentors again (or nobody)."""
    _drop(now, wanted)
    _make(run, now, [(mentee, mentor) for mentee, mentor in wanted.items() if mentor], enrolments)


def _drop(now: Standing, mentees: Iterable[str]) -> None:
    gone = [now.pairings[mentee].pk for mentee in mentees if mentee in now.pairings]
    Pairing.objects.filter(pk__in=gone).delete()


def _make(run: Run, now: Standing, pairs: list[Pair], enrolments: Enrolments) -> None:
    cards = explained(now.bench, pairs, weights=now.book.weights)
    Pairing.objects.bulk_create(pairings_of(run, cards, enrolments))


def _keep(run: Run, change: Change) -> Change:
    run.revision += 1
    run.save(update_fields=["revision"])
    change.revision = run.revision
    change.save()
    record(
        "run.changed",
        organisation=run.organisation_id,
        actor=change.by,
        subject=run,
        data={
            "programme": run.programme_id,
            "kind": change.kind,
            "change": change.pk,
            "moved": len(change.after),
        },
        privacy="P2",
    )
    return change
