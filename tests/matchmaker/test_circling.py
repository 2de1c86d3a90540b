from collections import Counter

from matchmaker import form_circles, prepare
from tests.matchmaker.people import broken_gates, cohort, rules


def test_circles_have_a_bearable_size_and_break_no_gate() -> None:
    one = cohort(3, mentees=40, mentors=12)
    found = form_circles(prepare(one, rules()))
    mentors, mentees = ({row.id: row for row in side} for side in (one.mentors, one.mentees))
    assert [circle for circle in found.formed if not 4 <= len(circle.members) <= 8] == []
    for circle in found.formed:
        for member in circle.members:
            assert broken_gates(mentees[member], mentors[circle.mentor], one) == []
    seated = [member for circle in found.formed for member in circle.members]
    assert sorted([*seated, *found.left_out]) == sorted(mentees)
    assert max(Counter(seated).values(), default=0) == 1


def test_nobody_sits_with_their_manager_or_as_the_only_one() -> None:
    one = cohort(5, mentees=40, mentors=12)
    few = {row.id for row in one.mentees[:6]}
    found = form_circles(prepare(one, rules()), groups={"new here": few})
    bosses = {row.id: row.cells["boss"] for row in one.mentees}
    for circle in found.formed:
        assert [(a, b) for a in circle.members for b in circle.members if bosses[a] == b] == []
        assert len(few & set(circle.members)) != 1
