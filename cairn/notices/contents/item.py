"""One message as a line of several: what it says, its words, and its one button."""

from collections.abc import Mapping
from typing import Any

from cairn.notices.rendering import part


def item(kind: str, values: Mapping[str, Any]) -> dict[str, str]:
    """For a letter with several things, in the language that is active."""
    return {
        "line": part(kind, "subject.txt", values),
        "words": part(kind, "words.txt", values),
        "act": part(kind, "act.txt", values),
        "link": values["link"],
    }
