"""What people write in cells, and what it means."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.intake.cells.claims import Claimed, read_claims
from cairn.intake.cells.cleaning import clean
from cairn.intake.cells.hours import DAY, read_hours, written
from cairn.intake.cells.monthly import read_hours_a_month
from cairn.intake.cells.numbers import read_capacity, read_level, read_moment, read_number
from cairn.intake.cells.personal import read_email, read_name
from cairn.intake.cells.places import read_zone
from cairn.intake.cells.reading import Reading
from cairn.intake.cells.tongues import read_languages


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Mon 09:00-12:00;Tue 18:00-20:00", "Mon 09:00-12:00; Tue 18:00-20:00"),
        ("Mo 9-12", "Mon 09:00-12:00"),
        ("Monday 9am-12pm", "Mon 09:00-12:00"),
        ("lun 18h30-20h", "Mon 18:30-20:00"),
        ("Mon, Wed 18-20", "Mon 18:00-20:00; Wed 18:00-20:00"),
        ("Mon 9-12, 14-16", "Mon 09:00-12:00; Mon 14:00-16:00"),
        ("weekends", "Sat 09:00-18:00; Sun 09:00-18:00"),
        ("Sat & Sun mornings", "Sat 08:00-12:00; Sun 08:00-12:00"),
        ("Fr 22:00-02:00", "Fri 22:00-24:00; Sat 00:00-02:00"),
        ("Mo-Mi 10.00-12.30 Uhr", "Mon 10:00-12:30; Tue 10:00-12:30; Wed 10:00-12:30"),
        ("Lunes a martes 9:00-17:00", "Mon 09:00-17:00; Tue 09:00-17:00"),
        ("Tues & Thurs after 5pm", "Tue 17:00-22:00; Thu 17:00-22:00"),
        ("domingo por la mañana", "Sun 08:00-12:00"),
        ("Sun 23:00-24:00", "Sun 23:00-24:00"),
        ("Mon 9-11; Mon 10-12", "Mon 09:00-12:00"),
        ("-", ""),
    ],
)
def test_weekly_hours_are_understood_as_people_write_them(said: str, meant: str) -> None:
    reading = read_hours(said)
    assert (written(reading.value or []), reading.snags) == (meant, ())


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Sun 25:00-26:00", "hours_range"),
        ("Mon 9:75-10:00", "hours_range"),
        ("Mon 12-12", "hours_empty"),
        ("whenever the moon is full", "hours_unreadable"),
        ("9-17", "hours_unreadable"),
    ],
)
def test_hours_nobody_can_know_are_a_fault(said: str, code: str) -> None:
    assert [(snag.code, snag.part) for snag in read_hours(said).snags] == [(code, said)]


@given(
    st.lists(
        st.tuples(st.integers(0, 6), st.integers(0, DAY - 1), st.integers(1, DAY)).filter(
            lambda one: one[1] < one[2]
        ),
        min_size=1,
        max_size=6,
    )
)
def test_hours_written_are_the_hours_read_back(stretches: list[tuple[int, int, int]]) -> None:
    once = read_hours(written(sorted(stretches))).value
    assert read_hours(written(once)).value == once
    covered = {(day, minute) for day, start, end in stretches for minute in range(start, end)}
    assert {(day, minute) for day, start, end in once for minute in range(start, end)} == covered


@pytest.mark.parametrize(
    ("said", "offer"),
    [
        ("Lagos", "Africa/Lagos"),
        ("Berlin, Germany", "Europe/Berlin"),
        ("München", "Europe/Berlin"),
        ("UTC+1", "Europe/Vienna"),
        ("GMT-5", "America/New_York"),
        ("+05:30", "Asia/Kolkata"),
        ("CET", "Europe/Berlin"),
        ("Utopia", ""),
    ],
)
def test_a_city_or_an_offset_is_offered_as_a_zone_and_never_taken_in_silence(said: str, offer: str) -> None:
    reading = read_zone(said, home="Europe/Vienna")
    assert (reading.value, [snag.offer for snag in reading.snags]) == (None, [offer])


def test_a_zone_by_its_name_needs_no_question() -> None:
    assert read_zone("europe/berlin").value == "Europe/Berlin"


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("English, German", ["en", "de"]),
        ("Deutsch (C1), Englisch", ["de", "en"]),
        ("français et espagnol", ["fr", "es"]),
        ("中文; العربية", ["zh", "ar"]),
        ("pt-BR", ["pt"]),
        ("English; english", ["en"]),
    ],
)
def test_languages_go_by_their_names(said: str, codes: list[str]) -> None:
    assert read_languages(said).value == codes


@pytest.mark.parametrize(
    ("said", "code", "offer"),
    [
        ("priya.nair@", "email_ends", ""),
        ("ana(at)example.org", "email_no_at", "ana@example.org"),
        ("x@gmial.com", "email_slip", "x@gmail.com"),
        ("a b@x.org", "email_unreadable", "ab@x.org"),
        ("a@@b.org", "email_two", ""),
    ],
)
def test_a_broken_address_says_what_ails_it(said: str, code: str, offer: str) -> None:
    assert [(snag.code, snag.offer) for snag in read_email(said).snags] == [(code, offer)]


def test_an_address_is_taken_out_of_its_wrapping() -> None:
    assert [read_email(said).value for said in ("Ana <Ana@X.org>", "mailto:a@b.org", "a@b.org;", "")] == [
        "ana@x.org", "a@b.org", "a@b.org", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["Null", "X Æ A-12", "محمد بن سلمان", "李", "O'Neil-Smith", "क्षितिज", "علی‌رضا"]
)
def test_a_name_is_one_field_in_any_script(name: str) -> None:
    assert read_name(clean(name)).value == name


@pytest.mark.parametrize("name", ["", "   ", "---", "\u202e"])
def test_a_name_needs_something_to_call_somebody_by(name: str) -> None:
    assert [snag.code for snag in read_name(clean(name)).snags] == ["name_empty"]


def test_levels_and_musts_stand_beside_a_skill() -> None:
    assert read_claims("Maths[1-6]; Beekeeping!", comma=False).value == [
        Claimed("cairn:maths", "Maths", 1, 6, False),
        Claimed("own:beekeeping", "Beekeeping", None, None, True),
    ]


def test_levels_the_wrong_way_round_are_offered_the_right_way() -> None:
    assert [snag.offer for snag in read_claims("Maths[6-1]!", comma=False).snags] == ["Maths[1-6]!"]


def test_a_slip_is_a_note_and_keeps_nobody_out() -> None:
    reading = read_claims("Kubernets", comma=True)
    assert (reading.faulty, [snag.offer for snag in reading.snags]) == (False, ["Kubernetes"])


def test_two_known_skills_with_a_comma_are_two_in_any_column() -> None:
    assert [claim.label for claim in read_claims("Python, SQL", comma=False).value] == ["Python", "SQL"]


def test_numbers_are_read_in_four_languages() -> None:
    assert [read_capacity(said).value for said in ("2", "zwei", "tres", "0", "2.0")] == [2, 2, 3, 0, 2]
    assert [read_capacity(said).snags[0].offer for said in ("max 3", "-1", "1000000")] == ["3", "", ""]
    assert [read_level(said).value for said in ("9. Klasse", "Year 9", "9")] == [9, 9, 9]
    assert [read_number(said).value for said in ("3,5", "3.0", "1 200 300")] == [3.5, 3, 1200300.0]


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("4", 4),
        ("4,5", 4.5),
        ("4 h", 4),
        ("ca. 6 Stunden im Monat", 6),
        ("3 hours a month", 3),
        ("90 min", 1.5),
        ("0", 0),
        ("-", None),
    ],
)
def test_hours_a_month_are_understood_as_people_write_them(said: str, hours: float | None) -> None:
    assert read_hours_a_month(said) == Reading(hours)


@pytest.mark.parametrize("said", ["2-4 h", "2 – 4", "2 bis 4 Stunden", "4 to 2 hours per month"])
def test_of_a_range_of_hours_the_smaller_number_counts_and_a_note_says_so(said: str) -> None:
    reading = read_hours_a_month(said)
    assert (reading.value, [(snag.code, snag.is_note) for snag in reading.snags]) == (
        2,
        [("monthly_range", True)],
    )


@pytest.mark.parametrize(
    ("said", "code", "offer"),
    [
        ("1 h a week", "monthly_week", "4"),
        ("2 Std. pro Woche", "monthly_week", "8"),
        ("up to 4", "monthly_unreadable", "4"),
        ("-4", "monthly_unreadable", ""),
        ("9000", "monthly_unreadable", ""),
        ("some", "monthly_unreadable", ""),
    ],
)
def test_hours_of_a_week_or_of_no_month_are_asked_about(said: str, code: str, offer: str) -> None:
    assert [(snag.code, snag.offer) for snag in read_hours_a_month(said).snags] == [(code, offer)]


def test_a_date_that_could_be_two_is_asked_about() -> None:
    assert read_moment("2022-08-25 17:51:28.769").value.isoformat() == "2022-08-25T17:51:28.769000+00:00"
    assert [snag.offer for snag in read_moment("03/04/2026").snags] == ["2026-04-03"]


def naughty() -> list[str]:
    """The Big List of Naughty Strings, where it is installed, and some of our own."""
    path = Path(__file__).parents[2] / "node_modules" / "big-list-of-naughty-strings" / "blns.json"
    own = [
        "\x00",
        "=cmd|'/C calc'!A0",
        "\u202eevil",
        "A" * 5000,
        "<script>alert(1)</script>",
        "'; DROP TABLE people;--",
    ]
    return own + (json.loads(path.read_text(encoding="utf-8")) if path.exists() else [])


@pytest.mark.parametrize(
    "reader",
    [
        read_name,
        read_email,
        read_hours,
        read_hours_a_month,
        read_zone,
        read_languages,
        read_level,
        read_capacity,
        read_moment,
    ],
)
def test_no_reader_breaks_on_naughty_strings(reader: Callable[[str], Reading]) -> None:
    for text in naughty():
        reader(clean(text))


@given(st.text(max_size=60))
def test_no_reader_breaks_on_any_text(text: str) -> None:
    cell = clean(text)
    for read in (read_name, read_email, read_hours, read_zone, read_languages, read_number, read_moment):
        read(cell)
    read_claims(cell, comma=True)
    assert "\x00" not in cell
