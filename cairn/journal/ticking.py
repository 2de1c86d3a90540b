"""Ticking: what the house does by itself, every minute and every night.

A room that has something to do defines `minute()` or `night()` in its `tasks.py`: it fetches what is due and
calls the verb. Each must be safe to run twice at once, as `due()` with a conditional update is. A room that
fails is logged and does not keep the others waiting.
"""

import logging
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Literal

from django.apps import apps

log = logging.getLogger(__name__)

Tick = Literal["minute", "night"]


def tick(name: Tick) -> list[str]:
    """Run one tick in every room, lowest room first; the rooms that failed."""
    failed = []
    for room, run in _tasks(name):
        try:
            run()
        except Exception:
            log.exception("the %s tick failed in %s", name, room)
            failed.append(room)
    return failed


def _tasks(name: Tick) -> Iterator[tuple[str, Callable[[], object]]]:
    for config in apps.get_app_configs():
        path = f"{config.name}.tasks"
        if config.name.startswith("cairn.") and find_spec(path):
            run = getattr(import_module(path), name, None)
            if run is not None:
                yield config.label, run
