import csv
import json
from pathlib import Path

import pytest

from matchmaker.command import main

MENTORS = """id,capacity,subjects,state,zone,free
Bruno,1,Maths[1-6];Music,nw,Europe/Berlin,Mon 09:00-12:00
Ben,2,Chemistry,by,Europe/Berlin,Tue 18:00-20:00
"""
MENTEES = """id,subjects,grade,state,zone,free
Amina,Maths!;Chemistry,5,nw,Europe/Berlin,Mon 10:00-12:00
Ali,Chemistry,9,nw,Europe/Berlin,Tue 17:00-20:00
Aylin,Latin!,9,nw,Europe/Berlin,Tue 17:00-20:00
"""
RULES = """
[columns]
id = "id"
zone = "zone"
hours = "free"
mentor.capacity = "capacity"
group = ["gender"]

[[criterion]]
kind = "skills"
mentor = "subjects"
mentee = "subjects"
level = "grade"
weight = 0.6

[[criterion]]
kind = "same"
mentor = "state"
mentee = "state"
weight = 0.1
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("M.csv", MENTORS), ("E.csv", MENTEES), ("R.toml", RULES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(folder: Path, command: str, *more: str) -> int:
    files = [
        "--mentors",
        str(folder / "M.csv"),
        "--mentees",
        str(folder / "E.csv"),
        "--rules",
        str(folder / "R.toml"),
    ]
    return main([command, *files, *(str(folder / one) if "." in one else one for one in more)])


def pairs(folder: Path) -> list[dict[str, str]]:
    with (folder / "pairs.csv").open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def test_match_writes_pairs_with_reasons_and_a_report(folder: Path) -> None:
    assert run(folder, "match", "--out", "pairs.csv", "--report", "report.json") == 0
    assert [(row["mentee"], row["mentor"]) for row in pairs(folder)] == [("Ali", "Ben"), ("Amina", "Bruno")]
    assert pairs(folder)[1] == {
        "mentee": "Amina",
        "mentor": "Bruno",
        "fit": "0.7273",
        "strength": "strong",
        "reason_1": "Offers what is wanted: Maths",
        "reason_2": "Both have nw",
        "reason_3": "Has room for one more",
        "difference": "Not offered: Chemistry",
    }
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert (report["matched"], report["gap"]) == (2, pytest.approx(0))
    assert [(left["mentee"], left["reason"]) for left in report["unmatched"]] == [
        ("Aylin", "No mentor offers Latin")
    ]
    assert [gate["said"] for gate in report["gates"] if gate["id"] == "training"] == [
        "training: off, no column is mapped to it"
    ]
    assert " ".join(sorted(report)) == (
        "aim balance exact exploits flags gap gates groups hints histogram kept load load_gini matched mean"
        " mean_per_criterion minimum seconds seed total unmatched upper_bound weights"
    )


def test_the_order_of_rows_does_not_change_a_byte(folder: Path) -> None:
    run(folder, "match", "--out", "pairs.csv")
    first = (folder / "pairs.csv").read_bytes()
    header, *rows = MENTEES.splitlines(keepends=True)
    (folder / "E.csv").write_text(header + "".join(reversed(rows)), encoding="utf-8")
    run(folder, "match", "--out", "pairs.csv")
    assert (folder / "pairs.csv").read_bytes() == first


def test_kept_pairs_are_read_from_an_earlier_file(folder: Path) -> None:
    run(folder, "match", "--out", "kept.csv")
    assert run(folder, "match", "--out", "pairs.csv", "--keep", "kept.csv", "--report", "report.json") == 0
    assert json.loads((folder / "report.json").read_text(encoding="utf-8"))["kept"] == 2


def test_a_cell_that_looks_like_a_formula_is_made_harmless(folder: Path) -> None:
    (folder / "E.csv").write_text(MENTEES.replace("Amina", "=1+1"), encoding="utf-8")
    run(folder, "match", "--out", "pairs.csv")
    assert [row["mentee"] for row in pairs(folder)] == ["'=1+1", "Ali"]
    assert run(folder, "match", "--out", "pairs.csv", "--keep", "pairs.csv") == 0


@pytest.mark.parametrize(("hours", "taken"), [("1", 0), ("2.5", 1), ("9", 2), ("", 2)])
def test_a_mentor_takes_no_more_people_than_their_hours_a_month_reach(
    folder: Path, hours: str, taken: int
) -> None:
    offers = f"id,capacity,subjects,month\nBruno,2,Maths,{hours}\n"
    (folder / "M.csv").write_text(offers, encoding="utf-8")
    (folder / "E.csv").write_text("id,subjects\nAmina,Maths\nAli,Maths\nAda,Maths\n", encoding="utf-8")
    rules = (
        '[columns]\nmentor.capacity = "capacity"\nmentor.monthly_hours = "month"\n'
        '[[criterion]]\nkind = "skills"\nmentor = "subjects"\nmentee = "subjects"\n'
    )
    (folder / "R.toml").write_text(rules, encoding="utf-8")
    assert run(folder, "match", "--out", "pairs.csv") == 0
    assert len(pairs(folder)) == taken


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        (
            "E.csv",
            "Tue 17:00-20:00",
            "Tue 5pm",
            'E.csv, row 3, column "free": "Tue 5pm" cannot be read; write free time',
        ),
        (
            "M.csv",
            "Ben,2",
            "Ben,two",
            'M.csv, row 3, column "capacity": "two" cannot be read; write a whole number',
        ),
        ("M.csv", "Ben,2", ",2", 'M.csv, row 3, column "id": the id is empty'),
        ("M.csv", "id,", "name,", 'M.csv, row 1: there is no column "id"'),
        (
            "M.csv",
            "Tue 18:00-20:00",
            "Tue 18:00-20:00,more",
            'M.csv, row 3, column 7: "more" stands past the last column',
        ),
        ("E.csv", "grade", "class", 'Mentees have no column "grade", which the criterion "skills" needs.'),
        (
            "R.toml",
            "weight = 0.1",
            "weigth = 0.1",
            'R.toml: "weigth" is not a setting of the criterion "same".',
        ),
        ("E.csv", "subjects,grade", "id,grade", 'E.csv, row 1: the column "id" stands there twice'),
        (
            "M.csv",
            "Maths[1-6]",
            "Maths[6-1]",
            'M.csv, row 2, column "subjects": "Maths[6-1];Music" cannot be read',
        ),
    ],
)
def test_bad_input_gets_one_sentence_with_file_row_column_and_mend(
    folder: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str, sentence: str
) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    assert run(folder, "match", "--out", "pairs.csv") == 2
    said = capsys.readouterr().err
    assert said.startswith(sentence)
    assert said.count("\n") == 1


def test_a_file_that_is_not_there_or_not_utf8_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "E.csv").write_bytes("id\nAmélie\n".encode("latin-1"))
    assert run(folder, "match", "--out", "pairs.csv") == 2
    assert capsys.readouterr().err == "E.csv is not UTF-8; save it again as CSV UTF-8.\n"
    (folder / "E.csv").unlink()
    assert run(folder, "match", "--out", "pairs.csv") == 2
    assert capsys.readouterr().err.endswith("E.csv is not there; check the name of the file.\n")


def test_check_lists_every_fault_and_whom_each_rule_shuts_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "check") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "The rule hours forbids 50% of pairs, and shut out nobody altogether." in lines
    assert "The rule must:skills forbids 50% of pairs, and shut out 1 mentee (Aylin) altogether." in lines
    (folder / "E.csv").write_text(MENTEES.replace("17:00", "17"), encoding="utf-8")
    assert run(folder, "check") == 1
    faults = [line for line in capsys.readouterr().out.splitlines() if "cannot be read" in line]
    assert [line.split(":")[0] for line in faults] == [
        'E.csv, row 3, column "free"',
        'E.csv, row 4, column "free"',
    ]


def test_replay_rolls_over_arrivals_and_never_makes_a_pair_twice(folder: Path) -> None:
    mentors = "id,subjects,at\nBruno,Maths,2026-01-01\nBruno,Maths,2026-01-02\nBen,Maths,2026-02-01\n"
    mentees = "id,subjects,at\nAmina,Maths,2026-01-03\nAmina,Maths,2026-01-04\nAli,Law,2026-01-05\n"
    skills = '[[criterion]]\nkind = "skills"\nmentor = "subjects"\nmentee = "subjects"\nmust = true\n'
    rules = f'[columns]\narrived = "at"\n{skills}'
    for name, text in (("M.csv", mentors), ("E.csv", mentees), ("R.toml", rules)):
        (folder / name).write_text(text, encoding="utf-8")
    assert run(folder, "replay", "--every", "10d", "--report", "report.json") == 0
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    # 11 January: Amina and Bruno. 10 February: Amina's other request, with Ben.
    assert report["matches"] == 2
    assert report["mean_shared_skills"] == 1.0
    assert report["mean_wait_days_mentee"] == pytest.approx((7.5 + 37.5) / 2, abs=0.51)
    assert report["mean_wait_days_mentor"] == pytest.approx((9.5 + 9) / 2, abs=0.51)
    assert report["still_waiting"] == 1


def test_replay_needs_arrivals(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "replay", "--every", "10d") == 2
    assert capsys.readouterr().err.startswith('The mentor "Bruno" has no arrival time')
