"""The two tables of the wiring room lead somewhere, and nowhere they may not."""

import ast
import re
from importlib import import_module

import pytest
from django.utils.module_loading import import_string

from cairn.config.adapters import ADAPTERS
from cairn.config.reactions import REACTIONS
from cairn.journal.reaction import Reaction
from tests.architecture.plan import ROOT, floors, room_of, sources, verbs

PATHS = [(verb, path) for verb, paths in REACTIONS.items() for path in paths]


@pytest.mark.parametrize("verb", REACTIONS)
def test_a_verb_with_reactions_is_recorded_somewhere(verb: str) -> None:
    assert verb in verbs()


@pytest.mark.parametrize(("verb", "path"), PATHS)
def test_a_reaction_is_one_and_lives_in_its_rooms_reactions(verb: str, path: str) -> None:
    assert isinstance(import_string(path), Reaction)
    assert re.fullmatch(r"cairn\.\w+\.reactions\.\w+", path)


@pytest.mark.parametrize(("verb", "path"), PATHS)
def test_a_reaction_stands_no_lower_than_what_it_reacts_to(verb: str, path: str) -> None:
    assert floors()[path.split(".")[1]] >= floors()[verbs()[verb]]


def test_every_reaction_written_is_owed_by_a_verb() -> None:
    owed = {path for _verb, path in PATHS}
    written = set()
    for file in sorted((ROOT / "cairn").glob("*/reactions.py")):
        if file.parent.name == "config":
            continue
        module = f"cairn.{file.parent.name}.reactions"
        names = vars(import_module(module)).items()
        written |= {f"{module}.{name}" for name, thing in names if isinstance(thing, Reaction)}
    assert written == owed


@pytest.mark.parametrize(("port", "path"), ADAPTERS.items())
def test_an_adapter_stands_in_the_room_of_its_port_or_in_integrations(port: str, path: str) -> None:
    assert import_string(path)
    assert path.split(".")[1] in {protocols()[port], "integrations"}


def protocols() -> dict[str, str]:
    """Every Protocol of the house, with its room."""
    return {
        node.name: room_of(path)
        for path, tree in sources("cairn")
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and "Protocol" in map(ast.unparse, node.bases)
    }
