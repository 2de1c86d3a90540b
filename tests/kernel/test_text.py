"""Names and words of any script."""

import pytest
from django.utils import translation

from cairn.kernel import text


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Zoë  MÜLLER", "zoe muller"),
        ("ＥＸＣＥＬ", "excel"),
        ("Straße", "strasse"),
        ("हिन्दी", "हिन्दी"),
        ("Ёлка", "елка"),
        ("\u202eevil", "evil"),
    ],
)
def test_searching_ignores_case_accents_and_width(written: str, folded: str) -> None:
    assert text.fold(written) == folded


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("Bruno Ferreira", "en", "Bruno Ferreira"),
        ("李小龙", "en", "李小龙"),
        ("דנה לוי", "en", "\u2068דנה לוי\u2069"),
        ("عمر (Omar)", "en", "\u2068عمر (Omar)\u2069"),
        ("دانا", "ar", "دانا"),
        ("Bruno Ferreira", "ar", "\u2068Bruno Ferreira\u2069"),
        ("", "en", ""),
    ],
)
def test_a_name_of_the_other_writing_direction_keeps_to_itself(name: str, language: str, said: str) -> None:
    with translation.override(language):
        assert text.isolated(name) == said


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Amina Okafor", "AO"),
        ("Bruno", "B"),
        ("Dr. María José Carreño Quiñones", "MQ"),
        ("李小龙", "李"),
        ("हिना शर्मा", "हिश"),
        ("محمد علي", "مع"),
        ("émile Zola", "ÉZ"),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_a_stone_carries_the_letters_of_a_name(name: str, letters: str) -> None:
    assert text.initials(name) == letters


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Amina Okafor", "Amina"),
        ("Dr. Amina Okafor", "Amina"),
        ("Abd al-Rahman Said", "Abd al-Rahman Said"),
        ("Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai"),
        ("Đỗ Mười", "Đỗ Mười"),
        ("J. R. Tolkien", "J. R. Tolkien"),
        ("김 민준", "김 민준"),
        ("Müller, Anna", "Müller, Anna"),
        ("Björk", "Björk"),
    ],
)
def test_nobody_is_called_by_half_a_name_that_may_not_be_theirs(name: str, called: str) -> None:
    assert text.first_name_of(name) == called


@pytest.mark.parametrize("breaker", ["\r\n", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x00"])
def test_nothing_breaks_out_of_a_header(breaker: str) -> None:
    assert text.single_line(f"Amina{breaker}Bcc: all@example.org") == "Amina Bcc: all@example.org"


def test_a_long_line_ends_in_an_ellipsis() -> None:
    assert text.single_line("a" * 300, most=10) == "aaaaaaaaa…"


def test_half_a_surrogate_pair_does_not_stop_a_mail() -> None:
    assert text.single_line("Amina\ud83d Okafor") == "Amina Okafor"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("＝cmd", "'＝cmd"),
        ("-5", "-5"),
        ("+3.5%", "+3.5%"),
        ("-5+cmd|' /C calc'!A0", "'-5+cmd|' /C calc'!A0"),
        ("Amina", "Amina"),
        (7, 7),
    ],
)
def test_no_cell_of_an_export_is_a_formula(value: object, cell: object) -> None:
    assert text.safe_cell(value) == cell
