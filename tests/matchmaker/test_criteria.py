from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest

from matchmaker import Cohort, Person, Refusal, Rules, prepare

UNKNOWN = None


class Skilled:
    """A taxonomy of two spreadsheets and one family of languages."""

    above = {"excel": "office", "calc": "office", "python": "programming"}

    def find(self, text: str) -> str | None:
        return {"ms excel": "excel"}.get(text.casefold(), text.casefold())

    def parent(self, code: str) -> str | None:
        return self.above.get(code)

    def label(self, code: str) -> str:
        return code.title()


def parts(criterion: dict[str, object], mentor: str, mentee: str, **cohort: Any) -> tuple[object, object]:
    """The part of one pair as the mentee and as the mentor sees it; unknown parts are None."""
    rule = {"mentor": "x", "mentee": "x", **criterion}
    one = Cohort([Person("Bruno", {"x": mentor})], [Person("Amina", {"x": mentee, "level": "3"})], **cohort)
    ready = prepare(one, Rules.from_mapping({"criterion": [rule]}))
    mine, theirs = ready.scoring.views(0, 0, 1)
    return _said(mine[0, 0]), _said(theirs[0, 0])


def _said(worth: float) -> object:
    return UNKNOWN if np.isnan(worth) else pytest.approx(float(worth))


def test_skills_are_the_mean_of_wants_for_the_mentee_and_the_best_for_the_mentor() -> None:
    assert parts({"kind": "skills"}, "Maths;Music", "Maths;Chemistry") == (0.5, 1.0)


def test_skills_know_siblings_and_parents() -> None:
    assert parts({"kind": "skills"}, "Calc", "MS Excel", taxonomy=Skilled()) == (0.7, 0.7)
    assert parts({"kind": "skills"}, "Office", "Excel", taxonomy=Skilled()) == (0.5, 0.5)
    assert parts({"kind": "skills"}, "Python", "Excel", taxonomy=Skilled()) == (0.0, 0.0)


def test_skills_hold_the_level_against_the_range() -> None:
    assert parts({"kind": "skills", "level": "level"}, "Maths[1-6]", "Maths") == (1.0, 1.0)
    assert parts({"kind": "skills", "level": "level"}, "Maths[4-6]", "Maths") == (0.0, 0.0)
    assert parts({"kind": "skills", "level": "level"}, "Maths[1-2];Maths[3-4]", "Maths") == (1.0, 1.0)


def test_same_asks_for_one_value_in_common() -> None:
    assert parts({"kind": "same"}, "Berlin;Hamburg", " berlin ") == (1.0, 1.0)
    assert parts({"kind": "same"}, "Berlin", "Bremen") == (0.0, 0.0)


def test_different_is_the_other_way_round() -> None:
    assert parts({"kind": "different"}, "Sales", "Law") == (1.0, 1.0)
    assert parts({"kind": "different"}, "Sales", "Sales;Law") == (0.0, 0.0)


def test_values_are_jaccard() -> None:
    assert parts({"kind": "values"}, "craft;autonomy;care", "craft;autonomy;fame") == (0.5, 0.5)


def test_gap_is_best_at_the_ideal_and_nothing_at_the_range() -> None:
    years = {"kind": "gap", "ideal": 5, "range": 10}
    assert parts(years, "12", "7") == (1.0, 1.0)
    assert parts(years, "17", "7") == (0.5, 0.5)
    assert parts(years, "7", "12") == (0.0, 0.0)


def test_hours_are_minutes_shared_over_the_target() -> None:
    assert parts({"kind": "hours"}, "Mon 09:00-12:00", "Mon 11:00-13:00") == (
        pytest.approx(1 / 3),
        pytest.approx(1 / 3),
    )
    assert parts({"kind": "hours", "target_minutes": 60}, "Mon 09:00-12:00", "Mon 11:00-13:00") == (1.0, 1.0)


def test_pick_counts_each_list_in_its_own_view() -> None:
    assert parts({"kind": "pick"}, "Amina", "Zoe;Bruno") == (0.8, 1.0)
    assert parts({"kind": "pick"}, "Zoe", "") == (UNKNOWN, 0.0)


def test_distance_is_kilometres_over_the_reach() -> None:
    berlin_potsdam = parts({"kind": "distance"}, "52.52, 13.40", "52.40, 13.06")
    assert berlin_potsdam == (pytest.approx(0.734, abs=0.005), pytest.approx(0.734, abs=0.005))
    assert parts({"kind": "distance", "far": True}, "52.52, 13.40", "52.52, 13.40") == (0.0, 0.0)


def test_distance_of_named_places_is_how_far_the_paths_run_together() -> None:
    assert parts({"kind": "distance"}, "Germany/Berlin", "Germany/Bremen") == (0.5, 0.5)
    assert parts({"kind": "distance"}, "Germany/Berlin", "52.5, 13.4") == (UNKNOWN, UNKNOWN)


def test_text_without_meanings_compares_words() -> None:
    found = parts({"kind": "text"}, "leading small teams", "growing teams")
    assert found == (pytest.approx(1 / 6**0.5), pytest.approx(1 / 6**0.5))


def test_text_with_meanings_is_the_cosine_above_the_floor() -> None:
    meanings = {"boats": np.array([1.0, 0.0], np.float32), "ships": np.array([0.8, 0.6], np.float32)}
    assert parts({"kind": "text"}, "boats", "ships", meanings=meanings) == (0.8, 0.8)
    assert parts({"kind": "text", "floor": 0.6}, "boats", "ships", meanings=meanings) == (0.5, 0.5)


def test_waiting_counts_each_sides_own_days() -> None:
    people = [
        Person(name, {}, 1, datetime(2026, 3, day, tzinfo=UTC)) for name, day in (("Bruno", 1), ("Amina", 16))
    ]
    rules = Rules.from_mapping({"criterion": [{"kind": "waiting", "days": 30}]})
    ready = prepare(Cohort(people[:1], people[1:]), rules, as_of=datetime(2026, 3, 31, tzinfo=UTC))
    assert [float(view[0, 0]) for view in ready.scoring.views(0, 0, 1)] == [0.5, 1.0]


@pytest.mark.parametrize(
    "kind", ["skills", "text", "same", "different", "gap", "hours", "values", "distance"]
)
def test_an_empty_cell_is_unknown_and_flagged(kind: str) -> None:
    assert parts({"kind": kind}, "", "") == (UNKNOWN, UNKNOWN)
    one = Cohort([Person("Bruno", {"x": ""})], [Person("Amina", {"x": ""})])
    ready = prepare(one, Rules.from_mapping({"criterion": [{"kind": kind, "mentor": "x", "mentee": "x"}]}))
    flagged = [(flag.code, flag.side, flag.people) for flag in ready.play().flags if flag.code == "empty"]
    assert flagged == [("empty", "mentee", ("Amina",)), ("empty", "mentor", ("Bruno",))]


def swapped(bruno: dict[str, str], amina: dict[str, str], **options: object) -> tuple[float, bool, bool]:
    """The part of one swap, whether it is a reason of the card, and whether a round would make the pair."""
    rule = {
        "kind": "swap",
        "mentor": "o",
        "mentee": "w",
        "offers": "o",
        "wants": "w",
        "must": True,
        **options,
    }
    blank = {"o": "", "w": ""}
    one = Cohort([Person("Bruno", {**blank, **bruno})], [Person("Amina", {**blank, **amina})])
    ready = prepare(one, Rules.from_mapping({"criterion": [rule]}))
    mine, _theirs = ready.scoring.views(0, 0, 1)
    reasons = [reason.code for reason in ready.card("Amina", "Bruno").reasons]
    return float(mine[0, 0]), "swap" in reasons, bool(ready.play().pairs)


def test_a_swap_is_the_geometric_mean_of_both_directions() -> None:
    """Amina learns one of her two wishes (a half), Bruno his only one (all): the root of a half."""
    part, said, made = swapped({"o": "Maths", "w": "Drums"}, {"o": "Drums", "w": "Maths;Chess"})
    assert part == pytest.approx(0.5**0.5)
    assert (said, made) == (True, True)


def test_a_swap_needs_both_directions() -> None:
    assert swapped({"o": "Maths", "w": "Drums"}, {"o": "Flute", "w": "Maths"}) == (0.0, False, False)
    assert swapped({"o": "Maths", "w": "Drums"}, {"o": "Drums", "w": "Maths;Chess"}, floor=0.6)[::2] == (
        0.0,
        False,
    )


def test_a_swap_of_which_one_side_says_nothing_is_unknown() -> None:
    part, said, made = swapped({"o": "Maths"}, {"o": "Drums", "w": "Maths"})
    assert np.isnan(part)
    assert (said, made) == (False, False)


def test_a_swap_names_the_columns_of_its_way_back() -> None:
    with pytest.raises(Refusal, match="offers and wants"):
        Rules.from_mapping({"criterion": [{"kind": "swap", "mentor": "o", "mentee": "w"}]})
