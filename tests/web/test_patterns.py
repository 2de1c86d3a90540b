"""The page of patterns shows every component, and the page itself keeps the house's rules."""

import re

import pytest
from django.test import Client

from cairn.web.shell.sheet import FOLDER
from tests.architecture.plan import ROOT

# Sheets that dress the frame or what a browser brings, and so have no sample of their own.
FRAME = {"brand", "nav", "menu", "skip", "landscape"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client: Client) -> str:
    """The page, as a visitor gets it."""
    return client.get("/patterns/").content.decode()


def test_every_component_has_a_sample(page: str) -> None:
    missing = []
    for file in (FOLDER / "components").glob("*.css"):
        classes = set(re.findall(r"^  \.([a-z][\w-]*)", file.read_text(encoding="utf-8"), flags=re.MULTILINE))
        used = {word for found in re.findall(r'class="([^"]*)"', page) for word in found.split()}
        if file.stem not in FRAME and not classes & used:
            missing.append(file.stem)
    assert missing == []


def test_every_element_of_ours_that_is_used_has_its_module() -> None:
    templates = (ROOT / "cairn/web").rglob("*.html")
    used = {name for file in templates for name in re.findall(r"<cairn-([a-z-]+)", file.read_text("utf-8"))}
    modules = {file.stem for file in (FOLDER.parent / "js").glob("*.js")}
    assert used - modules == set()


def test_no_template_holds_a_style_or_a_script_of_its_own() -> None:
    inline = re.compile(r"\sstyle=|\son(?:click|change|input|submit|load)=|<style|javascript:")
    faults = [
        file.name
        for file in (ROOT / "cairn/web").rglob("*.html")
        if inline.search(re.sub(r"{%.*?%}", "", file.read_text("utf-8")))
    ]
    assert faults == []


def test_ids_stand_once(page: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert sorted(name for name in set(ids) if ids.count(name) > 1) == []


def test_the_policy_of_the_page_allows_nothing_inline(client: Client) -> None:
    policy = client.get("/patterns/").headers["Content-Security-Policy"]
    assert "unsafe" not in policy


def test_a_sample_form_keeps_nothing_and_says_so(client: Client) -> None:
    page = client.post("/patterns/echo/", follow=True).content.decode()
    assert "Only a sample: nothing was kept." in page
