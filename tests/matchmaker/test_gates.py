from matchmaker import Cohort, Person, Round, Rules, prepare, words
from tests.matchmaker.people import broken_gates, cohort, rules


def only(
    columns: dict[str, object], mentor: dict[str, str], mentee: dict[str, str], **asked: object
) -> Round:
    one = Cohort([Person("Bruno", mentor)], [Person("Amina", mentee)])
    return prepare(one, Rules.from_mapping({"columns": columns, **asked})).play()


def states(found: Round) -> dict[str, tuple[bool, str]]:
    return {gate.id: (gate.on, gate.why) for gate in found.gates}


def reasons(found: Round) -> list[str]:
    return [left.reason.code for left in found.unmatched]


def test_a_gate_without_a_mapped_column_is_off_and_says_so() -> None:
    assert states(only({}, {}, {})) == {
        "capacity": (True, "given"),
        "languages": (False, "not_mapped"),
        "hours": (False, "not_mapped"),
        "reporting_line": (False, "not_mapped"),
        "excluded": (False, "not_mapped"),
        "training": (False, "not_mapped"),
        "oneself": (False, "not_mapped"),
    }


def test_a_column_that_is_not_in_the_file_sets_its_gate_off_and_is_flagged() -> None:
    found = only({"languages": "spoken"}, {"a": ""}, {"a": ""})
    assert states(found)["languages"] == (False, "no_column")
    assert [(flag.code, flag.side, flag.column) for flag in found.flags] == [
        ("no_column", "mentor", "spoken")
    ]


def test_a_missing_cell_shuts_the_gate_and_is_named() -> None:
    found = only({"languages": "l"}, {"l": "en"}, {"l": ""})
    assert reasons(found) == ["missing_cell"]
    assert [(flag.code, flag.side, flag.column, flag.people) for flag in found.flags] == [
        ("empty", "mentee", "l", ("Amina",))
    ]


def test_a_coordinator_may_open_gates_for_missing_cells() -> None:
    found = only({"languages": "l"}, {"l": "en"}, {"l": ""}, gates={"empty": "open"})
    assert [pair.mentor for pair in found.pairs] == ["Bruno"]


def test_two_people_who_write_need_no_common_hours() -> None:
    cells = {"h": "Mon 09:00-10:00", "w": "yes"}
    assert len(only({"hours": "h", "async": "w"}, cells, {**cells, "h": "Tue 09:00-10:00"}).pairs) == 1
    assert reasons(
        only({"hours": "h", "async": "w"}, {**cells, "w": ""}, {**cells, "h": "Tue 09:00-10:00"})
    ) == ["no_shared_hours"]


def test_the_reporting_line_reaches_two_levels_and_no_further() -> None:
    def matched(mentor: str, chain: dict[str, str]) -> bool:
        one = Cohort([Person(mentor)], [Person("Amina")], reports_to=chain)
        return bool(prepare(one, Rules.from_mapping({})).play().pairs)

    line = {"Amina": "Bea", "Bea": "Cem", "Cem": "Dora"}
    assert [matched(name, line) for name in ("Bea", "Cem", "Dora")] == [False, False, True]
    assert matched("Zoe", {"Zoe": "Amina"}) is False


def test_blocks_of_either_side_are_kept() -> None:
    assert reasons(only({"blocked": "b"}, {"b": "Amina"}, {"b": ""})) == ["excluded"]
    assert reasons(only({"blocked": "b"}, {"b": ""}, {"b": "Zoe;Bruno"})) == ["excluded"]


def test_nobody_mentors_themselves() -> None:
    assert reasons(only({"person": "mail"}, {"mail": "A@x.org"}, {"mail": "a@x.org"})) == ["oneself"]


def test_each_gate_counts_the_pairs_it_forbids() -> None:
    for seed in range(20):
        one = cohort(seed)
        shut = {gate.id: gate.shuts_out for gate in prepare(one, rules()).play().gates if gate.on}
        for gate in ("languages", "hours", "reporting_line", "excluded", "training"):
            pairs = [(a, b) for a in one.mentees for b in one.mentors if gate in broken_gates(a, b, one)]
            assert shut.get(gate, 0) == len(pairs)


def test_a_must_that_nobody_offers_is_named_as_the_reason() -> None:
    one = Cohort([Person("Bruno", {"s": "Maths[1-6]"})], [Person("Amina", {"s": "Maths!", "grade": "9"})])
    asked = {"criterion": [{"kind": "skills", "mentor": "s", "mentee": "s", "level": "grade"}]}
    ready = prepare(one, Rules.from_mapping(asked))
    left = ready.play().unmatched[0]
    assert words(left.reason, ready.labels) == "No mentor offers Maths"


def test_the_lint_names_whom_a_rule_shuts_out() -> None:
    one = Cohort(
        [Person("Bruno", {"site": "N"}), Person("Ben", {"site": "S"})],
        [Person("Amina", {"site": "N"}), Person("Ali", {"site": "W"})],
    )
    asked = {"criterion": [{"id": "home", "kind": "same", "mentor": "site", "mentee": "site", "must": True}]}
    lines = prepare(one, Rules.from_mapping(asked)).lint()
    assert [(line.rule, line.mentees_shut_out, line.mentors_shut_out, line.pairs) for line in lines] == [
        ("all", ("Ali",), ("Ben",), 3),
        ("must:home", ("Ali",), ("Ben",), 3),
    ]
