"""Links in words: found, left as they are but for what follows the reader."""

import pytest

from cairn.conversations.links import Part, parts, without_tracking


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://example.org/a?utm_source=x&id=7&fbclid=abc#top", "https://example.org/a?id=7#top"),
        ("https://example.org/?gclid=1", "https://example.org/"),
        ("https://example.org/a?b=%20c&q=é", "https://example.org/a?b=%20c&q=é"),
        ("https://bank.example@evil.example/", ""),
        ("https:///nowhere", ""),
        ("https://[broken/", ""),
    ],
)
def test_what_follows_people_is_cut_and_nothing_else(address: str, clean: str) -> None:
    assert without_tracking(address) == clean


def test_a_sentence_keeps_its_own_signs() -> None:
    said = list(parts("See https://example.org/a_(b)?utm_medium=mail. Then (https://example.org/c)!"))
    assert said == [
        Part("See "),
        Part("https://example.org/a_(b)", "https://example.org/a_(b)"),
        Part(". Then ("),
        Part("https://example.org/c", "https://example.org/c"),
        Part(")!"),
    ]


@pytest.mark.parametrize("text", ["javascript:alert(1)", "mailto:a@b.c", "plain words", "http://"])
def test_nothing_else_becomes_a_link(text: str) -> None:
    assert [part.address for part in parts(text)] == [""]
