"""Choosing the formats of a programme, and matching each in the Lab."""

from django.test import Client
from django.utils import translation

from cairn.matching.rulebook import rules_of
from cairn.matching.run import Run
from cairn.matching.to_do import state_of
from cairn.programmes.format import format_named
from cairn.web.desk.formats import rhythm, size, term
from tests import cast as players
from tests.cast import Cast

SETTINGS, FORMATS, LAB = "/p/first-steps/settings/", "/p/first-steps/settings/formats/", "/p/first-steps/lab/"


def offered() -> list[str]:
    return [each.id for each in players.programme().formats()]


def test_every_format_says_what_it_is(desk: Client, cast: Cast) -> None:
    page = desk.get(SETTINGS).content.decode()
    assert page.count('name="format"') == 8
    assert 'value="one-to-one" aria-describedby="format-one-to-one" checked' in page
    assert "Open doors: leaders lend their name" in page
    assert (
        "4 to 8 people around a mentor · every 14 days, later every 21, 60 minutes · 24 weeks, 7 meetings"
        in page
    )


def test_a_few_words_for_each() -> None:
    kinds = {id_: format_named(id_) for id_ in FACTS}
    told = {id_: (size(one), rhythm(one), term(one)) for id_, one in kinds.items()}
    assert told == FACTS


FACTS = {
    "flash": ("two people", "once, 20 minutes", ""),
    "aspirational": (
        "one, and as many as wish to follow",
        "every 28 days, 30 minutes",
        "12 weeks, 3 meetings",
    ),
    "executive": ("two people, or up to 3 around one", "every 28 days, 30 minutes", "26 weeks, 6 meetings"),
    "one-to-one": ("two people", "every 14 days, later every 28, 40 minutes", "26 weeks, 8 meetings"),
}


def test_what_is_ticked_is_offered(desk: Client, cast: Cast) -> None:
    page = desk.post(FORMATS, {"format": ["one-to-one", "group"]}, follow=True).content.decode()
    assert offered() == ["one-to-one", "group"]
    assert "Each format has its own rules in the Match Lab." in page


def test_none_is_not_enough(desk: Client, cast: Cast) -> None:
    page = desk.post(FORMATS, {}, follow=True).content.decode()
    assert "A programme needs at least one format." in page
    assert offered() == ["one-to-one"]


def test_coping_is_shown_and_cannot_be_chosen(desk: Client, cast: Cast) -> None:
    page = desk.get(SETTINGS).content.decode()
    assert 'value="coping" aria-describedby="format-coping" disabled' in page
    assert page.count("comes with its safety part") == 1
    page = desk.post(FORMATS, {"format": ["group", "coping"]}, follow=True).content.decode()
    assert "comes with its safety part, which is not there yet" in page
    assert offered() == ["one-to-one"]


def test_a_format_nobody_knows_is_refused_in_a_sentence(desk: Client, cast: Cast) -> None:
    page = desk.post(FORMATS, {"format": ["no-such"]}, follow=True).content.decode()
    assert "This format is not known here." in page


def test_formats_are_told_in_german(desk: Client, cast: Cast) -> None:
    page = desk.get(SETTINGS, headers={"accept-language": "de"}).content.decode()
    assert "Eins zu eins" in page
    assert "4 bis 8 Menschen um eine Mentor:in" in page
    with translation.override("de"):
        assert rhythm(format_named("flash")) == "einmal, 20 Minuten"


def test_the_lab_has_a_tab_for_each_format_with_rounds(desk: Client, cast: Cast) -> None:
    assert "?format=" not in desk.get(LAB).content.decode()
    desk.post(FORMATS, {"format": ["one-to-one", "flash", "reverse"]})
    page = desk.get(LAB, {"format": "reverse"}).content.decode()
    assert f'href="{LAB}?format=reverse" aria-current="page"' in page
    assert f'href="{LAB}?format=one-to-one"' in page
    assert "?format=flash" not in page


def test_a_programme_without_rounds_says_so_and_waits_for_none(desk: Client, cast: Cast) -> None:
    desk.post(FORMATS, {"format": ["flash"]})
    page = desk.get(LAB).content.decode()
    assert "Nothing to match in rounds" in page
    assert 'data-act="run"' not in page
    state = state_of(players.programme())
    assert (state.waiting, state.places, state.next_step) == (0, 0, "done")


def test_a_place_in_a_circle_holds_all_of_it(desk: Client, cast: Cast) -> None:
    free = state_of(players.programme()).places
    desk.post(FORMATS, {"format": ["group"]})
    assert state_of(players.programme()).places == 8 * free


def test_rules_kept_and_runs_made_are_of_the_format_looked_at(desk: Client, cast: Cast) -> None:
    desk.post(FORMATS, {"format": ["one-to-one", "reverse"]})
    trial = {"tried": "1", "format": "reverse", "aim": "total_fit", "w-skills": "3"}
    answer = desk.post(f"{LAB}rules/", trial)
    assert answer.headers["Location"] == f"{LAB}?format=reverse"
    programme = players.programme()
    assert (rules_of(programme, "reverse").weights["skills"], rules_of(programme).weights["skills"]) == (3, 8)
    desk.post("/p/first-steps/runs/", trial)
    assert [(run.format, run.is_latest) for run in Run.objects.all()] == [("reverse", True)]
    desk.post("/p/first-steps/runs/", {"tried": "1", "aim": "total_fit"})
    assert [(run.format, run.is_latest) for run in Run.objects.all()] == [
        ("reverse", True),
        ("one-to-one", True),
    ]
    assert "Reverse" in desk.get("/p/first-steps/runs/").content.decode()
