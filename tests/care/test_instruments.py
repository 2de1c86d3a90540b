"""The instruments: data that says how it is asked and scored, in every language it promises."""

import json
from pathlib import Path
from typing import Any

import pytest

from cairn.care.instrument import FOLDER, instruments
from cairn.care.instrument_file import read_instrument
from cairn.kernel.strict import Misread
from measures.scoring import score

HOUSE = {"sc3", "sc1", "rq6", "mb3", "bp4", "ep3", "se1"}


def test_the_house_brings_its_own_scales_and_says_that_they_are_not_validated() -> None:
    assert set(instruments()) == HOUSE | {"recommendation"}
    assert {each.id for each in instruments().values() if each.label == "house-unvalidated"} == HOUSE
    assert {each.licence for each in instruments().values()} == {"CC0-1.0"}


@pytest.mark.parametrize("id", sorted(HOUSE | {"recommendation"}))
def test_every_question_is_there_in_both_languages_and_can_be_scored(id: str) -> None:
    instrument = instruments()[id]
    for item in instrument.items:
        assert {"en", "de"} <= set(item.text)
    answers = {item.id: item.max for item in instrument.numbers()}
    assert score(instrument.scoring, answers)["total"].value is not None


def test_six_sentences_turn_the_fourth_round_and_want_five_answers() -> None:
    scoring = instruments()["rq6"].scoring
    best = {"q1": 5, "q2": 5, "q3": 5, "q4": 1, "q5": 5, "q6": 5}
    assert (score(scoring, best)["total"].value, score(scoring, best)["total"].band) == (5, "good")
    five = {key: value for key, value in best.items() if key != "q6"}
    assert score(scoring, five)["total"].value == 5
    four = {key: value for key, value in five.items() if key != "q5"}
    assert score(scoring, four)["total"].value is None


@pytest.mark.parametrize(
    ("value", "band"), [(2, "act"), (3, "watch"), (4, "good")], ids=["act", "watch", "good"]
)
def test_its_bands_begin_where_the_notes_say(value: int, band: str) -> None:
    answers = {f"q{n}": value for n in (1, 2, 3, 5, 6)}
    assert score(instruments()["rq6"].scoring, answers)["total"].band == band


def test_a_number_beyond_the_scale_is_refused_and_other_fields_are_not_heard() -> None:
    sc3 = instruments()["sc3"]
    assert sc3.heard({"useful": "4", "csrf": "x", "step": "Ask Chen"}) == {"useful": 4}
    for wrong in ("6", "0", "many"):
        with pytest.raises(ValueError, match=r"useful|invalid literal"):
            sc3.heard({"useful": wrong})


def _changed(tmp_path: Path, **changes: Any) -> Path:
    document = {**json.loads((FOLDER / "mb3.json").read_text(encoding="utf-8")), **changes}
    path = tmp_path / "mb3.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": "other"}, "id"),
        ({"visibility": "everybody"}, "visibility"),
        ({"lang": ["en", "de", "fr"]}, "fr"),
        ({"items": []}, "items"),
        ({"aggregate": {"kMin": 3, "kMinSensitive": 10}}, "kMin"),
        ({"scores": [{"id": "total", "items": ["q9"], "fn": "mean", "minAnswered": 1}]}, "q9"),
        ({"scores": [{"id": "total", "items": ["q1"], "fn": "mean", "minAnswered": 2}]}, "minAnswered"),
    ],
    ids=str,
)
def test_a_slip_in_a_file_is_named(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    with pytest.raises(Misread, match=said):
        read_instrument(_changed(tmp_path, **change))


def test_a_file_that_is_no_document_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mb3.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(Misread, match=r"mb3\.json"):
        read_instrument(path)
