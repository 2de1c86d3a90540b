"""Engine codes into sentences, in the reader's language and the reader's place in the pair.

Codes stay codes until somebody reads: the same card says "you both" to the two it is about and "both" to a
coordinator, "strong" to everybody, and a percentage to nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.kernel.text import isolated
from cairn.matching.phrases import DIFFERENCES, QUESTIONS, REASONS, STRENGTHS, Phrase
from cairn.matching.waiting_phrases import WAITING

if TYPE_CHECKING:
    from cairn.matching.words import Words

Reader = Literal["mentee", "mentor", "coordinator"]
Code = Mapping[str, Any]
HOUR = 60
UNSAID = Phrase("", "", "")
LISTED = frozenset({"skills", "wanted", "values", "languages"})


@dataclass(frozen=True)
class CardWords:
    """A match card in words: what a page or a mail prints, and nothing to compute with. `parts` is for a
    picture: (name of the criterion, worth 0–1, weight).
    """

    strength: str
    strength_label: str
    reasons: tuple[str, ...]
    difference: str
    question: str
    parts: tuple[tuple[str, float, float], ...] = ()


def said(card: Mapping[str, Any], *, to: Reader, words: Words, mentor: str, mentee: str) -> CardWords:
    """The card for one reader. `mentor` and `mentee` are how the two are called."""
    names = {"mentor_name": isolated(mentor), "mentee_name": isolated(mentee)}
    reasons = (_phrase(reason, REASONS | DIFFERENCES, to, words, names) for reason in card.get("reasons", ()))
    return CardWords(
        strength=card["strength"],
        strength_label=str(STRENGTHS[card["strength"]]),
        reasons=tuple(reason for reason in reasons if reason),
        difference=_phrase(card.get("difference"), REASONS | DIFFERENCES, to, words, names),
        question=_phrase(card.get("question"), QUESTIONS, to, words, names),
        parts=tuple(
            (words.of(criterion), worth, weight) for criterion, worth, weight in card.get("parts", ())
        ),
    )


def why_waiting(reason: Code, *, words: Words) -> str:
    """Why somebody is left over, for a coordinator."""
    never = reason["code"] == "no_shared_hours" and not reason["values"].get("minutes")
    sentence = WAITING.get("no_hours_at_all" if never else reason["code"])
    return "" if sentence is None else str(sentence % spoken(reason, words))


def _phrase(
    reason: Code | None, phrases: Mapping[str, Phrase], to: Reader, words: Words, names: Mapping[str, str]
) -> str:
    if not reason:
        return ""
    sentence = getattr(phrases.get(reason["code"], UNSAID), to)
    return str(sentence % {**spoken(reason, words), **names}) if sentence else ""


def spoken(reason: Code, words: Words) -> dict[str, Any]:
    """The reason's values as a person says them: codes by name, minutes as hours, moments in the reader's
    zone.
    """
    told: dict[str, Any] = {}
    for name, value in reason.get("values", {}).items():
        told[name] = _spoken(name, value, words)
        if name in {"minutes", "needed"}:
            told["hours" if name == "minutes" else "needed_hours"] = duration(int(value))
    return told


def _spoken(name: str, value: Any, words: Words) -> Any:
    """One value; which kind it is follows from its name."""
    named = {
        "when": lambda: listed([words.moment(each) for each in _many(value)[:2]]),
        "rule": lambda: words.of(f"gate:{value}"),
        "rules": lambda: listed([words.of(f"gate:{each}") for each in _many(value)]),
        "column": lambda: words.of(f"column:{str(value).removeprefix('gate:')}"),
        "words": lambda: listed([str(each) for each in _many(value)]),
    }
    if name in named:
        return named[name]()
    if name in LISTED or isinstance(value, list | tuple):
        return listed([words.of(each) for each in _many(value)])
    if isinstance(value, float):
        return str(number_format(f"{value:g}"))
    return value if isinstance(value, int) else isolated(words.of(value))


def _many(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def duration(minutes: int) -> str:
    """Minutes as people say them: "3 hours", "90 minutes", "no hour"."""
    if minutes <= 0:
        return _("no hour")
    if minutes % HOUR == 0:
        return ngettext("%(count)s hour", "%(count)s hours", minutes // HOUR) % {"count": minutes // HOUR}
    if minutes > 2 * HOUR:
        return _("%(hours)s hours") % {"hours": number_format(round(minutes / HOUR, 1))}
    return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}


def listed(names: list[str]) -> str:
    """One name, two with "and", more with commas before it, each in its own writing direction."""
    names = [isolated(name) for name in names]
    if len(names) < 2:  # noqa: PLR2004 - one name needs no "and"
        return "".join(names)
    return _("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}
