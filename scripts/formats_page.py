"""Write docs/formats.md from the formats themselves. A test fails when the page is not what they say."""

import os
from collections.abc import Iterable
from pathlib import Path

import django

from cairn.kernel.strict import said
from cairn.programmes.format import BUNDLED, Format, formats

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs/formats.md"

MARK = "<!-- What follows is written by `python -m scripts.formats_page`. -->\n"


def page() -> str:
    """The whole page: what people wrote above the mark, and the formats below it."""
    written = PAGE.read_text(encoding="utf-8").split(MARK)[0]
    shown = [each for each in formats().values() if (BUNDLED / f"{each.id}.toml").exists()]
    waiting = [f"*{said(each.name, 'en')}*" for each in shown if not each.is_ready]
    told = f"Not to be chosen before its part is there: {', '.join(waiting)}.\n" if waiting else ""
    return "\n".join([f"{written}{MARK}", told, *(_format(each) for each in shown)])


def _format(one: Format) -> str:
    rows = {
        "who": f"{said(one.roles['mentor'], 'en')} → {said(one.roles['mentee'], 'en')} (`{one.direction}`)",
        "size": _size(one.group.leaders, one.group.min, one.group.max),
        "rhythm": ", ".join(str(days) for days in one.cadence) + " days" if one.cadence else "once",
        "length": f"{one.minutes} minutes ({', '.join(str(each) for each in one.lengths)})",
        "term": f"{one.term_weeks} weeks, {one.sessions_target} meetings" if one.term_weeks else "none",
        "matched by": _codes(one.match_modes),
        "weights": ", ".join(f"{key} {value:.2f}" for key, value in one.weights.items() if value),
        "training": "; ".join(f"{side}: {', '.join(done) or 'none'}" for side, done in one.training.items()),
        "privacy": one.privacy,
        "gamification": one.gamification,
        "traits": _codes(one.traits),
        "metrics": _codes(one.metrics),
        "surveys": "; ".join(f"{moment}: {_codes(asked)}" for moment, asked in _surveys(one).items()),
    }
    table = "\n".join(f"| {key} | {value} |" for key, value in rows.items())
    agenda = "\n".join(
        f"- {when}: " + " · ".join(f"{said(b.name, 'en')} {b.share * one.minutes:.0f}′" for b in blocks)
        for when, blocks in (("First meeting", one.agenda.first), ("Every other", one.agenda.regular))
    )
    kept = "\n".join(f"- {said(words, 'en')}" for words in one.safeguards.values())
    return (
        f"## {said(one.name, 'en')} (`{one.id}`)\n\n{said(one.purpose, 'en')}\n\n"
        f"| | |\n|---|---|\n{table}\n\n"
        f"{agenda}\n\nWhat protects people:\n\n{kept}\n"
    )


def _surveys(one: Format) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in one.surveys:
        found.setdefault(f"{each.moment}, {each.side}", []).append(each.instrument)
    return found


def _codes(codes: Iterable[str]) -> str:
    return ", ".join(f"`{code}`" for code in codes)


def _size(leaders: int, least: int, most: int) -> str:
    led = "1" if leaders == 1 else f"1–{leaders}"
    many = "any number" if not most else str(most) if least == most else f"{least}–{most}"
    return f"{led} : {many}"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.config.settings")
    django.setup()
    PAGE.write_text(page(), encoding="utf-8")
