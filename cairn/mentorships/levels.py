"""The numbers and words a goal is made of, and what they may be."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from cairn.mentorships.refusal import Refused

LOWEST, HIGHEST = -2, 2
MOST_CONFIDENCE = 10
MOST_LETTERS = 200


def within(number: int, low: int, high: int) -> int:
    """The number, or Refused where it is none of those offered."""
    if not low <= number <= high:
        raise Refused("out_of_bounds", _("Please choose one of the numbers offered."))
    return number


def five_levels(texts: Sequence[str]) -> list[str] | None:
    """Five texts from −2 to +2, or nothing where none was written."""
    said = [text.strip()[:MOST_LETTERS] for text in texts]
    if not any(said):
        return None
    if len(said) != HIGHEST - LOWEST + 1:
        raise Refused("five_levels", _("A goal has five levels."))
    return said


def titled(title: str) -> str:
    """A goal in a few words, or Refused where there are none."""
    if not title.strip():
        raise Refused("no_words", _("Please write your goal in a few words."))
    return title.strip()[:MOST_LETTERS]


def confidence_within(number: int | None) -> int | None:
    """0 to 10, or nothing where nobody was asked."""
    return None if number is None else within(number, 0, MOST_CONFIDENCE)
