"""What the house promises about its own files, beyond what linters see."""

import ast
import re
import tomllib

from tests.architecture.plan import ROOT, floors, sources

# A file of such a name has no noun, so everything ends up in it.
NAMELESS = {"services", "selectors", "utils", "helpers", "common", "misc", "manager", "signals"}
CLOCKS = {"timezone.now", "datetime.now", "datetime.utcnow", "datetime.today", "date.today"}
TREES = [(str(path.relative_to(ROOT)), path, tree) for path, tree in sources()]


def test_every_file_has_a_noun() -> None:
    assert [name for name, path, _tree in TREES if path.stem in NAMELESS] == []


def test_every_folder_of_cairn_is_a_room_of_the_plan() -> None:
    rooms = {path.parent.name for path in (ROOT / "cairn").glob("*/__init__.py")}
    assert rooms <= set(floors())


def test_every_room_says_what_it_is() -> None:
    rooms = list((ROOT / "cairn").glob("*/__init__.py"))
    assert [room.parent.name for room in rooms if not ast.get_docstring(ast.parse(room.read_text()))] == []


def test_an_import_inside_a_function_carries_its_reason() -> None:
    bare = []
    for name, path, tree in TREES:
        lines = path.read_text(encoding="utf-8").splitlines()
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                bare += [f"{name}:{place}" for place in _imports_without_reason(node, lines)]
    assert bare == []


def _imports_without_reason(function: ast.AST, lines: list[str]) -> list[int]:
    """One reason serves the imports that follow it directly."""
    places: list[int] = []
    explained_to = -1
    kinds = ast.Import | ast.ImportFrom
    imports = sorted(node.lineno for node in ast.walk(function) if isinstance(node, kinds))
    for place in imports:
        text = lines[place - 1]
        above = lines[place - 2].strip()
        if re.search(r"PLC0415 -? ?\w", text) or above.startswith("#") or explained_to == place - 1:
            explained_to = place
        else:
            places.append(place)
    return places


def test_only_the_kernels_clock_reads_the_time() -> None:
    readers = [
        f"{name}:{node.lineno}"
        for name, path, tree in TREES
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in CLOCKS and path.name != "clock.py"
    ]
    assert readers == []


def test_nobody_listens_to_signals() -> None:
    listeners = [
        name
        for name, _path, tree in TREES
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith((".signals", "django.dispatch"))
    ]
    assert listeners == []


def test_every_area_of_the_web_is_kept_apart_by_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    apart = next(contract["modules"] for contract in contracts if contract["type"] == "independence")
    shared = {"drawing", "shell", "templatetags"}  # what every area stands on
    areas = {path.parent.name for path in (ROOT / "cairn/web").glob("*/__init__.py")} - shared
    assert {f"cairn.web.{area}" for area in areas} == set(apart)


INLINE = re.compile(r"""\s(?:style|on\w+)=["']|<script>|javascript:""")


def test_no_page_carries_inline_code_or_style() -> None:
    """Letters are the exception: mail readers know no style sheets."""
    pages = [path for path in (ROOT / "cairn").rglob("*.html") if "notices" not in path.parts]
    assert [str(page.relative_to(ROOT)) for page in pages if INLINE.search(page.read_text())] == []
