import random
from itertools import product

import pytest
from scipy import stats

from measures.impact import fisher, impact
from measures.inequality import gini
from measures.intervals import of_mean, of_share
from measures.suppression import hidden, hidden_table, rounded


def test_gini_is_nothing_when_all_are_alike_and_nearly_one_when_one_has_all() -> None:
    assert gini([2, 2, 2]) == 0.0
    assert gini([0, 0, 0, 1]) == pytest.approx(0.75)
    assert gini([1, 2, 3]) == pytest.approx(2 / 9)
    assert gini([]) == gini([0, 0]) == 0.0


def test_gini_refuses_what_cannot_be_held() -> None:
    with pytest.raises(ValueError, match="begin at 0"):
        gini([-1, 2])


def test_a_share_is_given_with_wilsons_interval() -> None:
    found = of_share(8, 10)
    assert [found.low, found.high] == pytest.approx([0.4902, 0.9433], abs=1e-4)
    assert (of_share(0, 0).low, of_share(0, 0).high) == (0.0, 1.0)
    assert of_share(5, 5).high == 1.0


def test_a_mean_is_given_with_an_interval_that_holds_it() -> None:
    values = [0.2, 0.4, 0.6, 0.8]
    found = of_mean(values, seed=1)
    assert found.low < 0.5 < found.high
    assert of_mean(values, seed=1) == found


def test_fishers_test_agrees_with_another_implementation() -> None:
    chance = random.Random(0)  # noqa: S311  nothing secret
    for _ in range(200):
        a, b, c, d = (chance.randrange(30) for _ in range(4))
        assert fisher(a, b, c, d) == pytest.approx(stats.fisher_exact([[a, b], [c, d]])[1], abs=1e-9)


def test_a_ratio_below_four_fifths_is_adverse_only_beyond_chance() -> None:
    few = impact(chosen=1, total=2, reference_chosen=2, reference_total=2)
    many = impact(chosen=50, total=100, reference_chosen=100, reference_total=100)
    assert (few.ratio, few.adverse, many.ratio, many.adverse) == (0.5, False, 0.5, True)
    assert impact(chosen=0, total=5, reference_chosen=0, reference_total=5).ratio is None


def test_counts_are_rounded_to_five() -> None:
    assert [rounded(count) for count in (0, 2, 3, 7, 8, 12, 13)] == [0, 0, 5, 5, 10, 10, 15]


def test_a_small_count_never_stands_hidden_alone() -> None:
    assert hidden([50, 40, 4]) == [False, True, True]
    assert hidden([50, 40, 30]) == [False, False, False]
    assert hidden([50, 0, 4]) == [True, False, True]
    assert hidden([3, 3, 50]) == [True, True, True]
    assert hidden([6, 6, 50]) == [True, True, False]


def test_no_small_cell_of_a_table_can_be_worked_out_from_its_sums() -> None:
    chance = random.Random(1)  # noqa: S311  nothing secret
    for _ in range(300):
        table = [[chance.choice((0, 3, 8, 12, 40)) for _ in range(3)] for _ in range(3)]
        hide = hidden_table(table)
        for i, j in product(range(3), range(3)):
            if 0 < table[i][j] < 10:
                assert hide[i][j]
                lone_row = sum(hide[i]) == 1 and any(table[i][other] for other in range(3) if other != j)
                lone_column = sum(row[j] for row in hide) == 1 and any(
                    table[o][j] for o in range(3) if o != i
                )
                assert [lone_row, lone_column] == [False, False]
