"""No sentence stands outside the catalogue: in a made-up language, every word of ours is in brackets."""

import calendar
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from pytest_django import Settings

from scripts import words
from tests.architecture import world as worlds
from tests.architecture.plan import ROOT, floors
from tests.architecture.test_policy import PARTS, PLAIN, address, table
from tests.architecture.world import World

SPOKEN = {"aria-label", "title", "alt", "placeholder"}
SILENT = {"script", "style", "template", "code", "kbd"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
DATA = [path for room in ("programmes", "questions") for path in (ROOT / "cairn" / room).rglob("*.toml")]
NAMES = {"Cairn", "English", "CSV", "XLSX", "HTML", "JSON", "Excel", "iCal", "UTC", "en", "xa", "Chen", "Ada"}
# Django says these in its own catalogue.
TIME = {*calendar.month_name, *calendar.month_abbr, *calendar.day_name, *calendar.day_abbr}
TIME |= {
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "Sept",
    "am",
    "pm",
    "noon",
    "midnight",
    "bytes",
}
PAGES = sorted(
    route
    for route, row in table().items()
    if "GET" in row.methods.split() and not PARTS.get(route, set()) & PLAIN.keys() and route in PARTS
)


class Visible(HTMLParser):
    """Collects what a person can read or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in VOID and (self._within or tag in SILENT or given.get("translate") == "no"):
            self._within.append(tag)
        if not self._within:
            self.texts += [str(value) for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        if self._within and self._within[-1] == tag:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        if not self._within:
            self.texts.append(data)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield worlds.build()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The language en-xa, from what the code says now."""
    folder = tmp_path_factory.mktemp("locale")
    words.write_pseudo(folder, catalogue=words.collect())
    return folder


@pytest.fixture
def made_up(settings: Settings, compiled: Path) -> None:
    """A house that speaks en-xa."""
    settings.LOCALE_PATHS = [compiled]
    settings.LANGUAGES = [("en", "English"), ("en-xa", "English")]


@pytest.fixture(scope="module")
def told(world: World, django_db_blocker: Any) -> set[str]:
    """Every word somebody wrote: it stays as they wrote it. So do formats and cards, which bring their own
    languages as data.
    """
    with django_db_blocker.unblock():
        ours = [model for model in apps.get_models() if model._meta.app_label in floors()]
        rows = [row for model in ours for row in model._default_manager.all().values_list()]
    written = [*(" ".join(map(str, row)) for row in rows), *(path.read_text() for path in DATA)]
    return {word for text in written for word in re.findall(r"[^\W\d_]+", text)}


@pytest.mark.django_db
@pytest.mark.parametrize("route", PAGES)
def test_every_sentence_of_a_page_is_in_the_catalogue(
    world: World, made_up: None, told: set[str], route: str
) -> None:
    row = table()[route]
    who = next((name for name in ("coordinator", "mentee") if name in row.to), "anonymous")
    client = Client(headers={"accept-language": "en-xa"})
    account = world.accounts[who]
    if account is not None:
        client.force_login(account)
    answer = client.get(address(world, route))
    if not answer.headers.get("Content-Type", "").startswith("text/html"):
        pytest.skip("no page")
    reader = Visible()
    reader.feed(answer.content.decode())
    known = told | NAMES | TIME
    assert sorted({word for text in reader.texts for word in outside(text)} - known) == []


def outside(text: str) -> list[str]:
    """The words of a text that no brackets hold."""
    bare, before = text, ""
    while bare != before:
        bare, before = re.sub(r"⟦[^⟦⟧]*⟧", " ", bare), bare
    return re.findall(r"[^\W\d_]{2,}", bare)


def test_the_catalogue_answers_the_code() -> None:
    kept = (ROOT / "cairn/locale/django.pot").read_text(encoding="utf-8")
    assert kept.strip() == str(words.collect()).strip()


def test_a_made_up_sentence_keeps_its_placeholders() -> None:
    made_up = words.pseudo("%(name)s saw <b>you</b>", accents=True)
    assert made_up == "⟦%(name)s šåw <b>ýöü</b>⟧"
