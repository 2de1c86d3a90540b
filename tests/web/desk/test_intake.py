"""Bringing people: every fault is named, nothing is lost or half-done, and nobody's group is shown."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cairn.people.person import Person

INTAKE = "/p/first-steps/intake/"
GOOD = """Name,E-mail,Skills wanted,Gender
Omar Haddad,omar@example.org,Python,zebra-word
Lena Hoff,lena@example.org,SQL,f
"""
FAULTY = "Name,E-mail,Skills wanted\n,omar@example.org,Python\nLena Hoff,lena@,SQL\n"

pytestmark = pytest.mark.django_db(transaction=True)


def drop(desk: Client, text: str, name: str = "mentees.csv") -> str:
    answer = desk.post(INTAKE, {"side": "mentee", "file": SimpleUploadedFile(name, text.encode())})
    return answer.headers["Location"].removesuffix("columns/")


def check(desk: Client, place: str) -> str:
    desk.post(f"{place}columns/", {})
    return desk.get(f"{place}check/").content.decode()


def test_something_that_is_no_table_is_refused_kindly_and_the_side_stays(desk: Client) -> None:
    page = desk.post(INTAKE, {"side": "mentor", "file": SimpleUploadedFile("a.pdf", b"%PDF-1.7 nothing")})
    text = page.content.decode()
    assert page.status_code == 400
    assert "Save it as one of these" in text
    assert 'value="mentor" checked' in text


def test_a_good_file_comes_in_whole(desk: Client) -> None:
    place = drop(desk, GOOD)
    assert "Bring in 2 people" in check(desk, place)
    desk.post(f"{place}arrival/")
    assert "2 people are in" in desk.get(f"{place}check/").content.decode()
    assert Person.objects.filter(email__in=["omar@example.org", "lena@example.org"]).count() == 2


def test_a_file_with_faults_brings_nobody_in(desk: Client) -> None:
    place = drop(desk, FAULTY)
    page = check(desk, place)
    assert "A name is needed; one word is enough" in page
    assert "The address ends after the @" in page
    desk.post(f"{place}arrival/")
    assert Person.objects.filter(email="omar@example.org").count() == 0


def test_cells_are_mended_on_the_page(desk: Client) -> None:
    place = drop(desk, FAULTY)
    check(desk, place)
    desk.post(f"{place}mends/", {"cell-2-0": "Omar Haddad", "cell-3-1": "lena@example.org", "cell-9-9": "x"})
    assert "Bring in 2 people" in desk.get(f"{place}check/").content.decode()


def test_the_same_fault_in_many_rows_is_one_line_and_mended_once(desk: Client) -> None:
    rows = "".join(f"P{n},p{n}@example.org,Klingon\n" for n in range(40))
    place = drop(desk, f"Name,E-mail,Languages\n{rows}")
    page = check(desk, place)
    assert page.count("Write languages by their names, parted by ;") == 1
    assert "40 rows: 2, 3, 4 and 37 more" in page
    desk.post(f"{place}mends/", {"cell-2-2": "English"})
    assert "Bring in 40 people" in desk.get(f"{place}check/").content.decode()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_faulty_rows_can_be_had_as_a_file_in_two_kinds(desk: Client, kind: str) -> None:
    place = drop(desk, FAULTY)
    assert f'href="{place}faults/{kind}/"' in check(desk, place)
    file = desk.get(f"{place}faults/{kind}/")
    assert file.headers["Content-Disposition"] == f'attachment; filename="rows-to-mend.{kind}"'
    assert desk.get(f"{place}faults/pdf/").status_code == 404


def test_a_suggestion_is_one_line_and_one_yes_for_all(desk: Client) -> None:
    rows = "".join(f"P{n},p{n}@example.org,Lagos\n" for n in range(12))
    place = drop(desk, f"Name,E-mail,City\n{rows}")
    assert check(desk, place).count("Yes, for all 12") == 1
    desk.post(f"{place}suggestion/", {"meaning": "zone", "part": "Lagos"})
    assert "Bring in 12 people" in desk.get(f"{place}check/").content.decode()


def test_rows_nobody_can_mend_are_left_out(desk: Client) -> None:
    place = drop(desk, GOOD.replace("lena@example.org", "lena@"))
    button = re.search(r'name="leave" value="(\w+)"', check(desk, place))
    assert button
    desk.post(f"{place}suggestion/", {"leave": button[1]})
    assert "Bring in 1 person" in desk.get(f"{place}check/").content.decode()


def test_two_columns_of_one_kind_are_named_and_the_other_choices_stay(desk: Client) -> None:
    place = drop(desk, GOOD)
    answer = desk.post(f"{place}columns/", {"column-0": "name", "column-2": "name", "column-3": "ignore"})
    text = answer.content.decode()
    assert "is the second column of its kind" in text
    assert text.count('<option value="ignore" selected>') == 1


def test_what_stands_in_a_group_column_is_on_no_page(desk: Client) -> None:
    place = drop(desk, GOOD)
    pages = [desk.get(f"{place}columns/").content.decode(), check(desk, place)]
    desk.post(f"{place}arrival/")
    pages += [
        desk.get(each).content.decode() for each in (f"{place}check/", INTAKE, "/p/first-steps/people/")
    ]
    assert [page.count("zebra-word") for page in pages] == [0] * 5


def test_the_same_file_again_doubles_nobody(desk: Client) -> None:
    for _ in range(2):
        place = drop(desk, GOOD)
        check(desk, place)
        desk.post(f"{place}arrival/")
    assert Person.objects.filter(email__endswith="@example.org").count() == 2


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("side", ["mentor", "mentee"])
def test_a_template_can_be_had_and_brought_back(desk: Client, side: str, kind: str) -> None:
    file = desk.get(f"{INTAKE}template/{side}/{kind}/")
    assert file.headers["Content-Disposition"].startswith("attachment")
    place = desk.post(INTAKE, {"side": side, "file": SimpleUploadedFile(f"t.{kind}", file.content)})
    assert place.status_code == 302
