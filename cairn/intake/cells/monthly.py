"""Hours a month that somebody has for mentoring."""

import re
from functools import lru_cache

from cairn.intake.cells.cleaning import says_nothing
from cairn.intake.cells.reading import Reading, Snag, fault

MOST_HOURS = 300
_WEEKS = 4

_NUMBER = r"(\d{1,4}(?:[.,]\d{1,2})?)"
_ABOUT = r"(?:ca\.?|~|about|around|circa|etwa|ungefähr|environ|unos)?"
_TO = r"(?:-|–|—|to|bis|à|a|hasta)"
_HOURS = r"(?:h|hs|hrs?\.?|hours?|std\.?|stunden?|heures?|horas?)"
_MINUTES = r"(?:min\.?|mins\.?|minutes?|minuten|minutos)"
_EACH = r"(?:a|an|per|/|pro|im|in der|par|al|por)"
_MONTH = rf"(?:{_EACH}\s*(?:month|mo\.?|monat|mois|mes)|monthly|monatlich)"
_WEEK = rf"(?:{_EACH}\s*(?:week|wk|woche|semaine|semana)|weekly|wöchentlich)"
_SAID = re.compile(
    rf"{_ABOUT}\s*{_NUMBER}(?:\s*{_TO}\s*{_NUMBER})?\s*(?:{_HOURS}|(?P<minutes>{_MINUTES}))?"
    rf"\s*(?:{_MONTH}|(?P<week>{_WEEK}))?"
)
_FOUND = re.compile(_NUMBER)


@lru_cache(maxsize=20_000)
def read_hours_a_month(text: str) -> Reading:
    """Hours, 0 to 300: "4", "4,5 h", "90 min", "4 hours a month".

    Of a range the smaller number is taken, with a note: more is asked of nobody than they surely have.
    Hours a week are not multiplied in silence; four weeks are offered.
    """
    if says_nothing(text):
        return Reading(None)
    said = _SAID.fullmatch(text.strip().lower())
    if not said:
        return _unreadable(text)
    hours = min(_number(each) for each in said.group(1, 2) if each) / (60 if said["minutes"] else 1)
    if said["week"]:
        return fault("monthly_week", text, _offer(hours * _WEEKS))
    if hours > MOST_HOURS:
        return fault("monthly_unreadable", text)
    return Reading(round(hours, 2), (Snag("monthly_range", text, is_note=True),) if said[2] else ())


def _unreadable(text: str) -> Reading:
    """One number among other words is offered; a minus, or several numbers, are anybody's guess."""
    found = _FOUND.findall(text)
    return fault(
        "monthly_unreadable", text, _offer(_number(found[0])) if len(found) == 1 and "-" not in text else ""
    )


def _offer(hours: float) -> str:
    return f"{hours:g}" if hours <= MOST_HOURS else ""


def _number(text: str) -> float:
    return float(text.replace(",", "."))
