"""Making a run: read everybody, solve, keep what went in and what came out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction

from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.matching.act import Pair
from cairn.matching.cards import card_of
from cairn.matching.circling import only, round_for
from cairn.matching.lock import Lock
from cairn.matching.pairing import ENGINE, HAND, Pairing
from cairn.matching.rulebook import rules_of
from cairn.matching.run import Run
from cairn.matching.snapshot import Snapshot
from cairn.matching.workbench import Bench, bench_of
from cairn.programmes.programme import Programme

if TYPE_CHECKING:
    from cairn.matching.rulebook import Rulebook
    from cairn.people.person import Person
    from matchmaker import Card, Round

#: Told (stage, done, of) while a long run is made.
Progress = Callable[[str, int, int], None]
BATCH = 500


def in_silence(_stage: str, _done: int, _of: int) -> None:
    """Nobody is watching."""


def make_run(
    programme: Programme,
    *,
    by: Person | None,
    book: Rulebook | None = None,
    seed: int = 0,
    note: str = "",
    tell: Progress = in_silence,
) -> Run:
    """Solve the whole cohort as it is now and keep it as the programme's next run."""
    book = book or rules_of(programme)
    tell("reading", 0, 1)
    bench = bench_of(programme, book)
    tell("solving", 0, 1)
    locked = locked_here(programme, bench)
    solved, seated = round_for(bench, book, locked=locked, seed=seed)
    tell("explaining", 0, 1)
    cards = {
        (pair.mentee, pair.mentor): as_row(card)
        for pair, card in zip(solved.pairs, bench.cards(solved), strict=True)
        if seated is None or (pair.mentee, pair.mentor) in seated
    }
    tell("keeping", 0, 1)
    return _keep(programme, bench, only(solved, seated), book=book, cards=cards, by=by, seed=seed, note=note)


def locked_here(programme: Programme, bench: Bench) -> frozenset[Pair]:
    """The programme's locks between people who take part in this round."""
    mentees = {row.id for row in bench.gathered.inputs.mentees}
    mentors = {row.id for row in bench.gathered.inputs.mentors}
    locks = Lock.objects.pairs(programme)
    return frozenset((mentee, mentor) for mentee, mentor in locks if mentee in mentees and mentor in mentors)


def explained(
    bench: Bench, pairs: Iterable[Pair], *, weights: Mapping[str, float]
) -> dict[Pair, dict[str, Any]]:
    """The card of a few pairs as codes, with their fit."""
    cards = {pair: bench.card(*pair, weights=weights) for pair in pairs}
    return {pair: as_row(card) for pair, card in cards.items() if card is not None}


def as_row(card: Card) -> dict[str, Any]:
    """A card as a pairing keeps it."""
    return {"fit": card.fit, **card_of(card)}


@transaction.atomic
def _keep(
    programme: Programme,
    bench: Bench,
    solved: Round,
    *,
    book: Rulebook,
    cards: Mapping[Pair, dict[str, Any]],
    by: Person | None,
    seed: int,
    note: str,
) -> Run:
    Programme.objects.select_for_update().get(pk=programme.pk)
    latest = programme.settings()
    run: Run = Run.objects.create(
        organisation_id=programme.organisation_id,
        programme=programme,
        number=Run.objects.of_programme(programme).next_number(),
        snapshot=Snapshot.of(programme, bench.gathered.inputs),
        rules=book.as_section(),
        report=solved.as_report(),
        seed=seed,
        settings_version=latest.version if latest else 0,
        by=by,
        made_at=clock.now(),
        note=note,
        format=book.format,
    )
    enrolments = {key: seen.enrolment for key, seen in bench.gathered.seen.items()}
    Pairing.objects.bulk_create(pairings_of(run, cards, enrolments), batch_size=BATCH)
    _record_made(run, matched=len(solved.pairs), waiting=len(solved.unmatched))
    return run


def pairings_of(
    run: Run, cards: Mapping[Pair, dict[str, Any]], enrolments: Mapping[Pair, Any]
) -> list[Pairing]:
    """A row for every card. `enrolments` holds enrolment ids by (side, person)."""
    by_hand = set(
        Lock.objects.filter(programme=run.programme_id, by_hand=True).values_list("mentee", "mentor")
    )
    made = []
    for (mentee, mentor), card in cards.items():
        ends = enrolments["mentee", mentee], enrolments["mentor", mentor]
        made.append(
            Pairing(
                organisation_id=run.organisation_id,
                run=run,
                mentee_id=ends[0],
                mentor_id=ends[1],
                origin=HAND if ends in by_hand else ENGINE,
                **card,
            )
        )
    return made


def _record_made(run: Run, **figures: int) -> None:
    record(
        "run.made",
        organisation=run.organisation_id,
        actor=run.by,
        subject=run,
        data={"programme": run.programme_id, "number": run.number, "format": run.format, **figures},
        privacy="P2",
    )
