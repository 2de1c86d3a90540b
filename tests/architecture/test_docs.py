"""The documentation lists every setting, verb and port; what it lists exists."""

import ast
import re
from pathlib import Path

from cairn.config.adapters import ADAPTERS
from tests.architecture.plan import ROOT, floors, sources, verbs

OPERATING = ROOT / "docs/operating.md"
ARCHITECTURE = ROOT / "docs/architecture.md"
READERS = {"env_text", "env_secret", "env_bool", "env_int", "env_list"}


def table(path: Path, heading: str) -> set[str]:
    """The words in code type of the first column of the tables below a heading."""
    text = re.split(rf"^## {re.escape(heading)}$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1]
    section = re.split(r"^## ", text, flags=re.MULTILINE)[0]
    return set(re.findall(r"^\| `([^`]+)`", section, flags=re.MULTILINE))


def test_every_setting_is_documented_and_every_documented_setting_is_read() -> None:
    read = {
        node.args[0].value
        for _path, tree in sources("cairn")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in READERS
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert table(OPERATING, "Settings") == read


def test_every_verb_of_the_journal_is_documented() -> None:
    assert table(ARCHITECTURE, "Verbs of the journal") == set(verbs())


def test_every_port_is_documented() -> None:
    assert table(ARCHITECTURE, "Ports") == set(ADAPTERS)


def test_every_room_stands_on_the_map() -> None:
    words = set(re.findall(r"`(\w+)`", ARCHITECTURE.read_text(encoding="utf-8")))
    assert set(floors()) <= words


def test_every_link_between_our_pages_leads_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("m*/README.md")]
    dead = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in pages
        for link in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert dead == []


def test_the_readme_fits_on_a_page() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 120


def test_nothing_names_a_machine_or_a_registry() -> None:
    texts = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    texts += [*ROOT.glob("requirements/*.txt"), ROOT / "package-lock.json"]
    named = re.compile(r"/home/\w|/root/|/work/|https?://[^\s)]*(?:pypi|npmjs|registry)")
    told = [str(text.relative_to(ROOT)) for text in texts if named.search(text.read_text(encoding="utf-8"))]
    assert told == []
