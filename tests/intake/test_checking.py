"""The dry run names every faulty row and column, what stands there and what to do, and writes nobody down."""

import pytest

from cairn.intake import checking, mending
from cairn.intake.finding import cells_to_mend, findings
from cairn.intake.upload import Upload
from cairn.people.person import Person
from tests.cast import Cast
from tests.intake.files import FATOU, GUS, check_again, checked, table

HEADINGS = ("Full name", "Mail", "Skills", "City", "Availability", "Reports to", "Capacity", "Languages")
ANA = ("Ana Ruiz", "ana@x.example", "Excel", "Europe/Madrid", "Sun 25:00-26:00", "", "2", "Spanish")
FEMI = ("Femi Adeyemi", "femi@x.example", "Python", "Lagos", "Mon 9-12", "", "2", "English")
NOBODY = ("", "nobody@x.example", "Python", "Europe/Oslo", "Mon 9-12", "", "lots", "Klingon")
PRIYA = ("Priya Nair", "priya.nair@", "Maths[6-1]", "Lagos", "Mon 9-12", "", "", "")
AGAIN = ("Priya Nair", "p.nair@example.org", "", "Asia/Kolkata", "", "Femi Adeyemi", "", "")


def told(upload: Upload, *, notes: bool = False) -> list[tuple[int, str, str, str]]:
    return [(fault.row, fault.heading, fault.cell, fault.what_to_do) for fault in upload.faults(notes=notes)]


def test_every_fault_is_named_with_its_row_its_column_and_its_mend(cast: Cast) -> None:
    upload = checked(table(ANA, FEMI, NOBODY, PRIYA, AGAIN, headings=HEADINGS))
    assert told(upload) == [
        (2, "Availability", "Sun 25:00-26:00", "Hours go from 00:00 to 24:00"),
        (3, "City", "Lagos", "Taken as Africa/Lagos?"),
        (4, "Full name", "", "A name is needed; one word is enough"),
        (4, "Capacity", "lots", "Write how many people at once, from 0 to 100"),
        (4, "Languages", "Klingon", "Write languages by their names, parted by ;"),
        (5, "Mail", "priya.nair@", "The address ends after the @"),
        (5, "Skills", "Maths[6-1]", "The lower level comes first"),
        (5, "City", "Lagos", "Taken as Africa/Lagos?"),
    ]
    assert told(upload, notes=True) == [(6, "Full name", "Priya Nair", "Same person as row 5?")]
    assert (upload.summary["rows"], upload.summary["ready"], upload.summary["faulty"]) == (5, 1, 4)


def test_a_dry_run_writes_nobody_down(cast: Cast) -> None:
    before = set(Person.objects.values_list("pk", flat=True))
    checked(table(FATOU, GUS))
    assert set(Person.objects.values_list("pk", flat=True)) == before


def test_one_yes_mends_all_that_are_alike(cast: Cast) -> None:
    upload = checked(table(FEMI, (*AGAIN[:3], "Lagos", "", "", "", ""), headings=HEADINGS))
    assert [fault.alike for fault in upload.faults()] == [2, 2]
    assert mending.accept(upload, meaning="zone", part="Lagos") == 2
    assert check_again(upload).faults() == []


def test_every_offer_can_be_taken_at_once(cast: Cast) -> None:
    upload = checked(table(FEMI, PRIYA, headings=HEADINGS))
    mending.accept_all(upload)
    assert told(check_again(upload)) == [(3, "Mail", "priya.nair@", "The address ends after the @")]


def test_the_same_doubt_in_many_rows_is_one_line(cast: Cast) -> None:
    rows = [(f"P{n}", f"p{n}@x.example", "Lagos" if n % 2 else "Utopia") for n in range(10)]
    upload = checked(table(*rows, headings=("Name", "Mail", "City")))
    assert [
        (line.words, line.first_rows, line.more_rows, line.names) for line in findings(upload.faults())
    ] == [
        ("Utopia", "2, 4, 6", 2, ["P0", "P2", "P4"]),
        ("Lagos", "3, 5, 7", 2, ["P1", "P3", "P5"]),
    ]


def test_a_slip_in_lists_of_different_length_is_one_line_about_the_slip(cast: Cast) -> None:
    rows = [("A", "a@x.example", "Kubernets"), ("B", "b@x.example", "Python; Kubernets")]
    upload = checked(table(*rows, headings=("Name", "Mail", "Skills")))
    (line,) = findings(upload.faults(notes=True))
    assert (line.words, line.rows, line.fault.alike) == ("Kubernets", [2, 3], 2)


def test_a_text_is_typed_once_for_all_that_say_the_same_and_names_one_by_one(cast: Cast) -> None:
    rows = [("" if n else "Ana", f"p{n}@x.example", "Klingon") for n in range(3)]
    upload = checked(table(*rows, headings=("Name", "Mail", "Languages")))
    assert [line.rows for line in findings(upload.faults())] == [[2, 3, 4], [3, 4]]
    assert sorted(line.rows for line in cells_to_mend(upload.faults())) == [[2, 3, 4], [3], [4]]


def test_all_rows_of_a_line_are_left_out_together(cast: Cast) -> None:
    upload = checked(table(ANA, FEMI, (*AGAIN[:3], "Lagos", "", "", "", ""), headings=HEADINGS))
    lagos = next(line for line in findings(upload.faults()) if line.words == "Lagos")
    assert mending.leave_out_alike(upload, key=lagos.key) == 2
    assert [fault.row for fault in check_again(upload).faults()] == [2]


def test_a_cell_is_mended_in_place_and_keeps_its_mend(cast: Cast) -> None:
    upload = checked(table(ANA, headings=HEADINGS))
    mending.mend(upload, {(2, 4): "Sun 10:00-11:00"})
    upload = check_again(upload)
    assert upload.faults() == []
    assert check_again(upload).summary["ready"] == 1


def test_two_rows_become_one_person_at_a_click(cast: Cast) -> None:
    upload = checked(table((*FEMI[:3], "Africa/Lagos", *FEMI[4:]), PRIYA, AGAIN, headings=HEADINGS))
    assert mending.join_alike(upload, key=findings(upload.faults(notes=True))[0].key) == 1
    mending.accept_all(upload)
    upload = check_again(upload)
    assert (upload.faults(), upload.summary["new"], upload.summary["joined"]) == ([], 2, 1)


def test_rows_can_be_left_out_and_taken_back(cast: Cast) -> None:
    upload = checked(table(ANA, (*FATOU[:4], "Mon 9-12", "", "1", "French"), headings=HEADINGS))
    mending.leave_out(upload, rows={2})
    upload = check_again(upload)
    assert (upload.faults(), upload.summary["left_out"], upload.summary["new"]) == ([], 1, 1)
    mending.take_back(upload, row=2)
    assert len(check_again(upload).faults()) == 1


def test_one_address_twice_is_a_fault_and_the_same_row_twice_is_not(cast: Cast) -> None:
    upload = checked(table(FATOU, (*FATOU[:2], "SQL", *FATOU[3:]), FATOU))
    assert told(upload) == [
        (3, "E-mail", "fatou@x.example", "Same address as row 2. Join the two, or leave one out")
    ]
    assert upload.summary["repeated"] == 1
    assert mending.join_all(upload) == 1
    assert check_again(upload).faults() == []


def test_spellings_taken_as_one_skill_are_told(cast: Cast) -> None:
    rows = [
        (f"P{n}", f"p{n}@x.example", skill) for n, skill in enumerate(("Excel", "MS Excel", "spreadsheets"))
    ]
    upload = checked(table(*rows, headings=("Name", "Mail", "Skills")))
    assert upload.roll["spellings"] == [["Microsoft Excel", ["Excel", "MS Excel", "spreadsheets"]]]


def test_own_words_are_one_word_in_every_spelling(cast: Cast) -> None:
    rows = [
        (f"P{n}", f"p{n}@x.example", skill)
        for n, skill in enumerate(("Bee-keeping", "beekeeping", "BEEKEEPING"))
    ]
    assert checked(table(*rows, headings=("Name", "Mail", "Skills"))).summary["own_words"] == 1


def test_nobody_reports_to_themselves_and_a_stranger_is_only_noted(cast: Cast) -> None:
    headings = ("Name", "Mail", "Manager")
    upload = checked(
        table(("A", "a@x.example", "a@x.example"), ("B", "b@x.example", "Zoe"), headings=headings)
    )
    assert [fault.code for fault in upload.faults()] == ["own_manager"]
    assert [fault.code for fault in upload.faults(notes=True)] == ["manager_unknown"]


def test_a_formula_is_not_brought_in(cast: Cast) -> None:
    upload = checked(table(("=HYPERLINK(1)", "a@x.example"), headings=("Name", "Mail")))
    assert [fault.code for fault in upload.faults()] == ["formula"]


def test_a_person_needs_an_address_or_a_number(cast: Cast) -> None:
    assert [fault.code for fault in checked(table(("Ana", ""), headings=("Name", "Mail"))).faults()] == [
        "email_empty"
    ]
    assert checked(table(("Ana", "7"), headings=("Name", "id"))).faults() == []


def test_a_list_without_names_goes_by_its_numbers_and_without_either_says_so(cast: Cast) -> None:
    numbered = checked(table(("7", "Maths"), headings=("id", "Subjects")))
    assert [person[1] for person in numbered.roll["people"]] == ["7"]
    unnamed = checked(table(("a@x.example", "Maths"), headings=("Mail", "Subjects")))
    assert [fault.code for fault in unnamed.faults()] == ["name_empty"]


def test_what_is_said_about_groups_is_in_no_report(cast: Cast) -> None:
    upload = checked(table(("Ana", "broken@", "secretword"), headings=("Name", "Mail", "Gender")))
    everything = f"{upload.findings}{upload.roll}{upload.summary}{upload.columns}"
    assert "secretword" not in everything


def test_a_group_cell_cannot_be_mended_since_nobody_may_see_it(cast: Cast) -> None:
    upload = checked(table(FATOU))
    with pytest.raises(mending.NotMendable):
        mending.mend(upload, {(2, 8): "x"})


def test_a_mend_that_comes_while_a_check_runs_is_read_too(cast: Cast) -> None:
    upload = checked(table(ANA, headings=HEADINGS))
    assert checking.begin(upload)
    running = Upload.objects.get(pk=upload.pk)
    mending.mend(upload, {(2, 4): "Sun 10:00-11:00"})
    assert checking.check(running).faults() == []
