"""The plan of rooms as import-linter reads it, and the sources those rooms are made of."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def floors() -> dict[str, int]:
    """Each room with its floor, the lowest being 0; rooms on one line share a floor."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return {room: floor for floor, layer in enumerate(reversed(layers)) for room in re.findall(r"\w+", layer)}


def room_of(path: Path) -> str:
    """The room a file of cairn/ stands in."""
    return path.relative_to(ROOT / "cairn").parts[0]


def sources(*tops: str) -> Iterator[tuple[Path, ast.Module]]:
    """Every Python file of ours below these folders, migrations left out, with its syntax tree."""
    for top in tops or ("cairn", "matchmaker", "measures"):
        for path in sorted((ROOT / top).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path, ast.parse(path.read_text(encoding="utf-8"))


@cache
def verbs() -> dict[str, str]:
    """Each verb the journal can hold, with the room that records it.

    Verbs are written out at the call, `record("proposal.accepted", …)`, so that they can be read off.
    """
    found: dict[str, str] = {}
    for path, tree in sources("cairn"):
        for node in ast.walk(tree):
            verb = _recorded(node)
            if verb:
                found[verb] = room_of(path)
    return found


def _recorded(node: ast.AST) -> str:
    if not isinstance(node, ast.Call) or not node.args:
        return ""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    first = node.args[0].value if isinstance(node.args[0], ast.Constant) else ""
    return first if name.lstrip("_") == "record" and isinstance(first, str) else ""
