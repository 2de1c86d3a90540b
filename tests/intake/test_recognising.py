"""Columns are recognised by heading in four languages, and by content."""

import pytest

from cairn.intake.column import NotAChoice
from cairn.intake.receiving import samples
from cairn.intake.recognising import recognise
from tests.intake.files import FATOU, GUS, HEADINGS, received, table


def choices(headings: str, *rows: str, side: str = "mentee") -> list[str]:
    cells = [row.split(",") for row in rows]
    return [column.choice for column in recognise(headings.split(","), cells, side=side, questions={})]


@pytest.mark.parametrize(
    ("headings", "meant"),
    [
        ("Full name,E-mail,Time zone,Free hours,Gender", ["name", "email", "zone", "hours", "group:gender"]),
        ("Vorname,Nachname,E-Mail-Adresse,Verfügbarkeit,Geschlecht",
         ["given_name", "family_name", "email", "hours", "group:gender"]),
        ("Prénom,Nom,Courriel,Disponibilités,Compétences recherchées",
         ["given_name", "family_name", "email", "hours", "wanted"]),
        ("Nombre completo,Correo electrónico,Zona horaria,Idiomas,Jefe",
         ["name", "email", "zone", "languages", "manager"]),
        ("id,subjects,grade,arrived_at", ["external_id", "wanted", "level", "arrived"]),
        ("Wie heißt du?,Was möchtest du lernen?,Welche Sprachen sprichst du?",
         ["name", "wanted", "languages"]),
        ("Manager's email,What is your main goal?", ["manager", "goal"]),
    ],
)  # fmt: skip
def test_headings_are_known_in_four_languages(headings: str, meant: list[str]) -> None:
    assert choices(headings) == meant


@pytest.mark.parametrize(
    "heading", ["Hours a month", "Hours per month (for mentoring)", "Stunden im Monat", "Monatliche Stunden"]
)
def test_hours_a_month_are_not_the_hours_of_a_week(heading: str) -> None:
    assert choices(f"{heading},Free hours", "4 h,Mon 9-12", side="mentor") == ["hours_a_month", "hours"]


def test_subjects_are_offered_by_mentors_and_wanted_by_mentees() -> None:
    assert choices("Fächer", side="mentor") == ["offered"]
    assert choices("Fächer", side="mentee") == ["wanted"]


def test_content_speaks_where_a_heading_does_not() -> None:
    rows = ["a@b.example,m,HR,4,Mon 9-12,x y z long words that are different 1"] * 3
    assert choices("c1,c2,c3,c4,c5,c6", *rows)[:5] == [
        "email", "group:gender", "question:new:choice", "question:new:number", "hours",
    ]  # fmt: skip


def test_a_heading_that_its_cells_contradict_is_not_believed() -> None:
    assert choices("Mentor,Name", "bruno@x.example,Ana", "bruno@x.example,Bo") == ["email", "name"]


def test_what_nobody_needs_is_left_out() -> None:
    assert choices("Phone,Salary,Date of birth", "1,2,3") == ["ignore", "ignore", "ignore"]


def test_two_columns_may_not_be_the_same_field(db: None) -> None:
    upload = received(table(FATOU))
    with pytest.raises(NotAChoice) as refused:
        upload.map_columns({2: "email"})
    assert (refused.value.code, refused.value.heading) == ("twice", "Skills")
    upload.refresh_from_db()
    assert upload.the_columns()[2].choice == "offered"


@pytest.mark.parametrize("choice", ["group:shoe-size", "question:new:poem", "owner", "question:known:"])
def test_a_meaning_that_does_not_exist_is_refused(db: None, choice: str) -> None:
    with pytest.raises(NotAChoice):
        received(table(FATOU)).map_columns({2: choice})


def test_the_page_of_columns_shows_cells_but_none_about_groups(db: None) -> None:
    shown = samples(received(table(FATOU, GUS)))
    assert shown[0] == ["Fatou Ba", "Gus Ek"]
    assert shown[HEADINGS.index("Gender")] == []
