"""Each language says every sentence of the catalogue, with the same gaps, on pages, cards and in letters."""

import re
from collections import Counter
from pathlib import Path

import polib
import pytest
from django.test import Client
from django.utils import translation

from cairn.matching.wording import said, why_waiting
from cairn.matching.words import Words
from cairn.notices.rendering import render
from cairn.web.drawing.week import week
from scripts import words

GAP = re.compile(r"%\(\w+\)[a-z]|%%|\{\w+\}|</?\w+[^>]*>")
CATALOGUES = [pytest.param(path, id=path.parts[-3]) for path in words.LANGUAGES]
Key = tuple[str, str, str]


def key(entry: polib.POEntry) -> Key:
    return entry.msgctxt or "", entry.msgid, entry.msgid_plural


def gaps(sentence: str) -> Counter[str]:
    return Counter(GAP.findall(sentence))


def forms(entry: polib.POEntry) -> list[tuple[str, str]]:
    """(sentence, what is said), for each form; a single one need not name its number."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    several = [(entry.msgid_plural, said) for form, said in entry.msgstr_plural.items() if form]
    return [(entry.msgid, entry.msgstr_plural[0]), *several]


@pytest.mark.parametrize("path", CATALOGUES)
def test_a_language_says_every_sentence_there_is(path: Path) -> None:
    spoken = {key(entry) for entry in polib.pofile(str(path)) if all(said for _one, said in forms(entry))}
    assert sorted({key(entry) for entry in words.collect()} - spoken) == []


@pytest.mark.parametrize("path", CATALOGUES)
def test_a_language_says_nothing_that_nobody_asks_for(path: Path) -> None:
    known = {key(entry) for entry in words.collect()}
    assert [entry.msgid for entry in polib.pofile(str(path)) if key(entry) not in known] == []


@pytest.mark.parametrize("path", CATALOGUES)
def test_a_language_keeps_the_gaps_of_every_sentence(path: Path) -> None:
    torn = [
        (one, said)
        for entry in polib.pofile(str(path))
        for one, said in forms(entry)
        if gaps(one) != gaps(said)
    ]
    assert torn == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "heading"), [("/accounts/login/", "Schön, dass du da bist"), ("/help/", "Hilfe und Sicherheit")]
)
def test_a_page_comes_in_german_for_whoever_asks_for_it(client: Client, path: str, heading: str) -> None:
    with translation.override("en"):  # a page leaves its language behind in the thread
        answer = client.get(path, headers={"accept-language": "de-AT,de;q=0.9,en;q=0.5"})
    page = answer.content.decode()
    assert re.findall(r'<html lang="(\w+)"', page) == ["de"]
    assert heading in page


def test_a_letter_comes_in_german() -> None:
    letter = render("sign_in_code", {"you": "Amina", "code": "AB12", "link": ""}, language="de")
    assert (letter.subject, letter.language) == ("Dein Code zum Anmelden", "de")
    assert letter.text.startswith("Hallo Amina,")


def test_what_the_engine_found_is_said_in_german() -> None:
    reason = {"code": "free_together", "values": {"minutes": 150, "when": []}}
    card = {
        "strength": "strong",
        "reasons": [reason],
        "difference": None,
        "question": {"code": "ask_goal", "values": {}},
    }
    with translation.override("de"):
        told = said(card, to="mentee", words=Words(), mentor="Bruno", mentee="Amina")
        waiting = why_waiting({"code": "all_full", "values": {"count": 2}}, words=Words())
        picture = week([(0, 720, 900)], [(0, 780, 900)])
    assert (told.strength_label, told.question) == (
        "Passt sehr gut",
        "Wodurch würde sich unser erstes Treffen für dich lohnen?",
    )
    assert told.reasons[0].startswith("Ihr habt 2,5 Stunden in der Woche gemeinsam frei")
    assert waiting == "Alle 2 Mentor:innen, die passen würden, sind ausgelastet"
    assert "Montag" in picture
