"""The first page is light: at most 60 kB of packed script and 40 kB of packed style."""

import gzip
import re

import pytest
from django.test import Client

from cairn.web.shell import modules, sheet
from tests.architecture.plan import ROOT

ALWAYS = ("wake.js", "shell.js", "theme.js")


def packed(content: bytes) -> int:
    """Bytes on the wire."""
    return len(gzip.compress(content, 9))


def test_the_style_of_all_pages_together_weighs_less_than_forty_kilobytes() -> None:
    assert len(sheet.current().packed) <= 40_000


def test_all_our_script_and_htmx_weigh_less_than_sixty_kilobytes() -> None:
    ours = sum(packed(file.read_bytes()) for file in modules.FOLDER.rglob("*.js"))
    htmx = ROOT / "node_modules" / modules.HTMX.removeprefix("vendor/")
    if not htmx.is_file():
        pytest.skip("The modules of npm have not been fetched.")
    assert ours + packed(htmx.read_bytes()) <= 60_000


def test_a_page_that_needs_no_script_loads_almost_none() -> None:
    assert sum(packed((modules.FOLDER / name).read_bytes()) for name in ALWAYS) <= 3_000


def test_every_module_says_what_it_imports_by_a_name_of_the_map() -> None:
    known = {f"#js/{file.relative_to(modules.FOLDER)}" for file in modules.FOLDER.rglob("*.js")} | {"#htmx"}
    asked = {
        name
        for file in modules.FOLDER.rglob("*.js")
        for name in re.findall(r'(?:from |import |import\()"([^"]+)"', file.read_text(encoding="utf-8"))
    }
    assert asked <= known


def test_the_sheet_is_served_under_its_fingerprint_only(client: Client) -> None:
    name = sheet.current().name
    answer = client.get(f"/look/{name}.css", headers={"Accept-Encoding": "gzip"})
    assert answer["Cache-Control"] == f"public, max-age={sheet.YEAR}, immutable"
    assert gzip.decompress(answer.content) == sheet.current().plain
    assert client.get("/look/0000.css").status_code == 404


def test_every_sheet_names_the_layer_it_lies_in() -> None:
    loose = [
        file.name
        for file in sheet.FOLDER.rglob("*.css")
        if file.name != "fonts.css" and "@layer" not in file.read_text(encoding="utf-8")
    ]
    assert loose == []
