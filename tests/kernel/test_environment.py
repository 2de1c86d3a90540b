"""Settings that make no sense stop the start with a sentence."""

from pathlib import Path

import pytest

from cairn.kernel import environment


@pytest.mark.parametrize(("value", "meant"), [("1", True), ("Yes", True), ("off", False), ("FALSE", False)])
def test_yes_and_no_in_the_usual_spellings(monkeypatch: pytest.MonkeyPatch, value: str, meant: bool) -> None:
    monkeypatch.setenv("DEMO", value)
    assert environment.env_bool("DEMO") is meant


def test_a_word_that_is_neither_yes_nor_no_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMO", "maybe")
    with pytest.raises(environment.Nonsense, match="DEMO is 'maybe'; write yes or no"):
        environment.env_bool("DEMO")


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("eighty", "write a whole number"),
        ("0", "must be between 1 and 65535"),
        ("70000", "must be between 1 and 65535"),
    ],
)
def test_a_number_out_of_bounds_is_refused(
    monkeypatch: pytest.MonkeyPatch, value: str, sentence: str
) -> None:
    monkeypatch.setenv("PORT", value)
    with pytest.raises(environment.Nonsense, match=sentence):
        environment.env_int("PORT", 8000, least=1, most=65535)


def test_an_empty_variable_is_an_unset_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", " ")
    assert environment.env_int("PORT", 8000) == 8000


def test_a_secret_comes_from_its_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("hidden\n")
    monkeypatch.setenv("SECRET_KEY_FILE", str(tmp_path / "key"))
    assert environment.env_secret("SECRET_KEY") == "hidden"


def test_a_secret_in_two_places_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", "one")
    monkeypatch.setenv("SECRET_KEY_FILE", str(tmp_path / "key"))
    with pytest.raises(environment.Nonsense, match="both set"):
        environment.env_secret("SECRET_KEY")


@pytest.mark.parametrize("content", [None, ""])
def test_a_secret_file_without_a_secret_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str | None
) -> None:
    if content is not None:
        (tmp_path / "key").write_text(content)
    monkeypatch.setenv("SECRET_KEY_FILE", str(tmp_path / "key"))
    with pytest.raises(environment.Nonsense, match="SECRET_KEY_FILE names"):
        environment.env_secret("SECRET_KEY")


def test_a_list_is_split_at_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "a.example, b.example,,")
    assert environment.env_list("ALLOWED_HOSTS") == ("a.example", "b.example")
