"""Hints, choices, consequences, exploits: what is promised is what solving again gives."""

from dataclasses import replace

import pytest

from matchmaker import Change, Narrowing, Prepared, Round, compare, prepare, roll, words
from matchmaker.exploits import narrow
from matchmaker.freetime import FreeTime
from tests.matchmaker.people import cohort, rules

SEEDS = range(25)


def made(found: Round) -> dict[str, tuple[str, ...]]:
    return found.mentor_of()


def test_every_hint_applied_and_solved_again_gives_exactly_what_it_promised() -> None:
    kinds = set()
    asked = rules(gates={"hours_minutes": 90}, round={"minimum_fit": 0.3, "reserve": 0.1})
    asked = replace(asked, criteria=(replace(asked.criteria[3], must=True), *asked.criteria[:3]))
    for seed in SEEDS:
        one = cohort(seed, mentees=20, mentors=8)
        ready = prepare(one, asked)
        before = ready.play()
        for hint in ready.hints(before):
            after = prepare(*hint.apply(one, asked)).play()
            kinds.add(hint.kind)
            assert (len(after.pairs), after.total) == (hint.matched, hint.total)
            assert len(after.pairs) - len(before.pairs) == hint.gain
            assert before.mean - after.mean == hint.cost
    assert kinds >= {"capacity", "must"}


def test_a_shortlist_costs_what_it_says_and_leaves_nobody_else_out() -> None:
    for seed in SEEDS:
        ready = prepare(cohort(seed, mentees=8, mentors=8), rules())
        found = ready.play()
        for pair in found.pairs[:3]:
            for choice in ready.shortlist(found, pair.mentee):
                after = ready.play(locked=[(pair.mentee, choice.mentor)])
                assert len(after.pairs) >= len(found.pairs)
                assert found.total - after.total == pytest.approx(choice.cost, abs=1e-9)


def test_the_pair_of_the_round_stands_first_on_the_shortlist() -> None:
    ready = prepare(cohort(3), rules())
    found = ready.play()
    firsts = [ready.shortlist(found, pair.mentee)[0].cost for pair in found.pairs]
    assert firsts == [0.0] * len(found.pairs)


def test_a_swap_shows_what_it_would_do_before_it_is_done() -> None:
    ready = prepare(cohort(6, mentees=20, mentors=20), rules())
    found = ready.play()
    one, other = found.pairs[0], found.pairs[1]
    seen = ready.consequence(found, Change.swap(found, one.mentee, other.mentee))
    assert made(seen.round)[one.mentee] == (other.mentor,)
    assert made(seen.round)[other.mentee] == (one.mentor,)
    assert (seen.total_before, seen.total_after) == (found.total, seen.round.total)
    assert made(found) == made(ready.play())


def test_comparing_two_rounds_names_everybody_whose_mentor_changed() -> None:
    ready = prepare(cohort(8), rules())
    first = ready.play()
    pair = first.pairs[0]
    second = ready.play(forbidden=[(pair.mentee, pair.mentor)])
    told = {mentee: (was, now) for mentee, was, now in compare(first, second).changed}
    everybody = made(first).keys() | made(second).keys()
    expected = {
        mentee: (made(first).get(mentee, (None,))[0], made(second).get(mentee, (None,))[0])
        for mentee in everybody
        if made(first).get(mentee) != made(second).get(mentee)
    }
    assert told == expected


def test_a_card_gives_three_reasons_a_difference_and_a_question() -> None:
    for seed in SEEDS:
        ready = prepare(cohort(seed), rules())
        for card in ready.cards(ready.play()):
            said = [words(reason, ready.labels) for reason in (*card.reasons, card.difference, card.question)]
            assert len(card.reasons) == len({words(reason, ready.labels) for reason in card.reasons}) == 3
            assert all(said)


def test_the_card_of_a_pair_is_the_same_asked_one_by_one() -> None:
    ready = prepare(cohort(9), rules())
    found = ready.play()
    assert [ready.card(pair.mentee, pair.mentor) for pair in found.pairs] == ready.cards(found)


def test_narrowing_that_pays_is_named_and_really_pays() -> None:
    named = set()
    for seed in SEEDS:
        one = cohort(seed, mentees=14, mentors=10)
        ready = prepare(one, rules())
        found = ready.play()
        for found_out in ready.exploits(found).named:
            named.add(found_out.side)
            after = _with_less(ready, found_out.mentee, found_out.mentor, side=found_out.side)
            if found_out.side == "mentee":
                assert made(after)[found_out.mentee] == (found_out.mentor,)
            assert worth(ready, after, found_out) == pytest.approx(found_out.after)
            assert worth(ready, found, found_out) == pytest.approx(found_out.before)
            assert found_out.after > found_out.before
    assert named == {"mentee", "mentor"}


def worth(ready: Prepared, found: Round, who: Narrowing) -> float:
    """What somebody gets in a round, in the fits of the hours they really have."""
    ids = ready.scoring.setting
    fits = ready.scoring.fits(0, ready.scoring.n, ready.solved(ready.play().choices).weights)
    mine = [pair for pair in found.pairs if getattr(pair, who.side) == getattr(who, who.side)]
    return sum(
        float(fits[ids.mentees.ids.index(pair.mentee), ids.mentors.ids.index(pair.mentor)]) for pair in mine
    )


def _with_less(ready: Prepared, mentee: str, mentor: str, *, side: str) -> Round:
    setting = ready.scoring.setting
    time = FreeTime(setting, mentor="free", mentee="free", for_what="a test")
    i, j = setting.mentees.ids.index(mentee), setting.mentors.ids.index(mentor)
    slots = time.together(i, j)
    if side == "mentor":
        less = narrow(ready, setting.mentors.people[j], slots, side=side)
        mentors = [row for row in ready.cohort.mentors if row.id != mentor]
        return prepare(replace(ready.cohort, mentors=[*mentors, less]), ready.rules).play()
    person = narrow(ready, setting.mentees.people[i], slots, side=side)
    others = [row for row in ready.cohort.mentees if row.id != mentee]
    return prepare(replace(ready.cohort, mentees=[*others, person]), ready.rules).play()


def test_newcomers_are_matched_around_pairs_that_stay() -> None:
    one = cohort(11, mentees=20, mentors=14)
    early = prepare(replace(one, mentees=one.mentees[:10]), rules()).play()
    kept = [(pair.mentee, pair.mentor) for pair in early.pairs]
    later = roll(prepare(one, rules()), kept)
    assert {mentee: made(later)[mentee] for mentee in made(early)} == made(early)
    assert len(later.pairs) > len(early.pairs)


def test_the_balance_counts_people_and_places() -> None:
    one = cohort(2)
    lines = {line.skill: line for line in prepare(one, rules()).balance()}
    for skill in ("excel", "python", "law"):
        wants = [row for row in one.mentees if skill in row.cells["skills"].casefold().split(";")]
        offers = [row for row in one.mentors if skill in row.cells["skills"].casefold().split(";")]
        line = lines[skill]
        assert (line.wanted, line.offered, line.places) == (
            len(wants),
            len(offers),
            sum(o.capacity for o in offers),
        )
