"""Weekly free time, in the ways people write it: "Mon 09:00-12:00", "Mo–Fr 9–17 Uhr", "weekday evenings".

The value is a list of (weekday, start, end): 0 is Monday, minutes of the day, merged and sorted.
"""

import re
from functools import lru_cache

from cairn.intake.cells.cleaning import says_nothing
from cairn.intake.cells.reading import Reading, Snag
from cairn.kernel.text import fold

DAY = 24 * 60

Stretch = tuple[int, int, int]

#: A day without hours means its daytime.
_ALL_DAY = (540, 1080)

_DAYS = (
    "monday mon mo montag lundi lun lu lunes",
    "tuesday tues tue tu dienstag di mardi mar ma martes",
    "wednesday wed we mittwoch mi mercredi mer me miercoles mie",
    "thursday thurs thur thu th donnerstag do jeudi jeu je jueves jue ju",
    "friday fri fr freitag vendredi ven ve viernes vie vi",
    "saturday sat sa samstag sonnabend sam samedi sabado sab",
    "sunday sun su sonntag so son dimanche dim domingo dom",
)
_DAY = {word: number for number, words in enumerate(_DAYS) for word in words.split()}
_GROUP_NAMES: tuple[tuple[tuple[int, ...], str], ...] = (
    ((0, 1, 2, 3, 4), "weekday|workday|working day|werktag|wochentag|unter der woche|jour de semaine"),
    ((0, 1, 2, 3, 4), "en semaine|semaine|dia laborable|entre semana|dias laborables|jours de semaine"),
    ((5, 6), "weekend|week end|wochenende|am wochenende|fin de semana|fines de semana"),
    ((0, 1, 2, 3, 4, 5, 6), "daily|every day|everyday|all week|any day|whole week|taglich|jeden tag"),
    ((0, 1, 2, 3, 4, 5, 6), "tous les jours|todos los dias"),
)
_PART_NAMES: tuple[tuple[tuple[int, int], str], ...] = (
    ((480, 720), "morning|morgen|morgens|vormittag|vormittags|matin|matinee|manana"),
    ((720, 840), "lunch|noon|lunchtime|mittag|mittags|midi|mediodia"),
    ((780, 1020), "afternoon|nachmittag|nachmittags|apres midi|tarde"),
    ((1080, 1260), "evening|night|after work|abend|abends|nach feierabend|soir|soiree|noche"),
    (
        _ALL_DAY,
        "all day|any time|anytime|whole day|always|flexible|business hours|office hours|working hours",
    ),
    (_ALL_DAY, "ganztags|ganzer tag|jederzeit|immer|flexibel|toute la journee|todo el dia|siempre"),
)
_GROUPS = {name: days for days, names in _GROUP_NAMES for name in names.split("|")}
_PARTS = {name: span for span, names in _PART_NAMES for name in names.split("|")}
_WORDS = sorted({*_DAY, *_GROUPS, *_PARTS}, key=len, reverse=True)
_WORD = re.compile(r"\b(" + "|".join(re.escape(word) + "(?:s|n|en|e)?" for word in _WORDS) + r")\b\.?")
_CLOCK = r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:h(?:rs|ours)?\b|uhr)?\s*(am|pm|a\.m\.|p\.m\.)?"
_RANGE = re.compile(_CLOCK + r"\s*(?:-|to\b|till?\b|until\b|bis\b|a\b|jusqu'a\b|hasta\b)\s*" + _CLOCK)
_FROM = re.compile(
    r"(?:after|from|ab|nach|apres|des|desde|despues de(?: las)?|a partir de(?: las)?)\s*"
    + _CLOCK
    + r"(?!\s*-)"
)
_SPLIT = re.compile(r"[;|\n]|,(?=\s*[a-z])|\s(?:and|und|et|y)\s(?=[a-z]+\W+\d)")
_FILLER = re.compile(
    r"\b(?:on|the|at|in|am|an|der|den|die|le|la|les|el|los|las|de|von|from|between|zwischen|entre|und|and|et|y|"
    r"every|each|jeden|chaque|cada|only|nur|uhr|times?|cet|cest|gmt|utc|my|most|usually|meistens|por|durante|du|"
    r"als|a|au|al|to|bis|till|until|all|alle|tous|todas|todos|days?|tage?|dias?|jours?|s|week|hours|after|"
    r"o'clock|oclock|also|auch)\b"
)


@lru_cache(maxsize=100_000)
def read_hours(text: str) -> Reading:
    """The stretches of a cell, each piece read on its own; a piece nobody understands is a fault."""
    if says_nothing(text):
        return Reading(None)
    pieces = [piece.strip() for piece in _SPLIT.split(_plain(text)) if piece.strip()]
    stretches: list[Stretch] = []
    snags: list[Snag] = []
    days: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()
    for piece in pieces:
        found = _read_piece(piece, days, waiting)
        if isinstance(found, Snag):
            snags.append(found._replace(part=text) if len(pieces) == 1 else found)
            continue
        days, spans = found
        waiting = () if spans else days
        stretches += [laid for day in days for start, end in spans for laid in _laid(day, start, end)]
    stretches += [(day, *_ALL_DAY) for day in waiting]
    return Reading(merged(stretches), tuple(snags))


def _plain(text: str) -> str:
    folded = fold(text.replace("’", "'")).replace("–", "-").replace("—", "-").replace("−", "-")
    return re.sub(r"(?<=[a-z])-(?=midi|end\b)", " ", folded)


def _read_piece(
    piece: str, before: tuple[int, ...], waiting: tuple[int, ...]
) -> tuple[tuple[int, ...], list[tuple[int, int]]] | Snag:
    """Days and times of one piece such as "mon-fri 9-12".

    Hours alone belong to the days `before`; days alone wait for the hours that follow ("Mon, Wed 18-20").
    """
    days, parts_of_day, rest = _days_in(piece)
    clocks, rest = _clocks_in(rest)
    if isinstance(clocks, Snag):
        return clocks
    spans = clocks or parts_of_day
    chosen = (*waiting, *days) if days else before if clocks else tuple(range(7)) if spans else ()
    if re.sub(r"[\s,.:()/&+-]+", "", _FILLER.sub(" ", rest)) or not chosen:
        return Snag("hours_unreadable", piece)
    return chosen, spans


def _days_in(piece: str) -> tuple[tuple[int, ...], list[tuple[int, int]], str]:
    """Weekdays (ranges opened), parts of the day, and the text without them."""
    days: list[int] = []
    spans: list[tuple[int, int]] = []
    last_end = 0
    for word in _WORD.finditer(piece):
        name = _root(word[1])
        if name in _PARTS:
            spans.append(_PARTS[name])
        elif name in _GROUPS:
            days += _GROUPS[name]
        else:
            between = piece[last_end : word.start()].strip()
            days += _through(days[-1], _DAY[name]) if days and between in _TO else [_DAY[name]]
        last_end = word.end()
    return tuple(dict.fromkeys(days)), spans, _WORD.sub(" ", piece)


_TO = frozenset({"-", "to", "bis", "a", "till", "until", "au", "al"})


def _root(word: str) -> str:
    for ending in ("", "s", "n", "en", "e"):
        root = word.removesuffix(ending) if ending else word
        if root in _DAY or root in _GROUPS or root in _PARTS:
            return root
    return word


def _through(first: int, last: int) -> list[int]:
    return [(first + step) % 7 for step in range(1, (last - first) % 7 + 1)]


def _clocks_in(rest: str) -> tuple[list[tuple[int, int]] | Snag, str]:
    """Ranges of clock times in minutes, and the text without them."""
    spans = []
    for match in _RANGE.finditer(rest):
        start, end = (
            _minutes(match[1], match[2], match[3] or _shared(match)),
            _minutes(match[4], match[5], match[6]),
        )
        if start is None or end is None or start > DAY or end > DAY:
            return Snag("hours_range", match[0].strip()), rest
        if start == end:
            return Snag("hours_empty", match[0].strip()), rest
        spans.append((start, end))
    rest = _RANGE.sub(" ", rest)
    for match in _FROM.finditer(rest):
        start = _minutes(match[1], match[2], match[3])
        if start is None or start >= DAY:
            return Snag("hours_range", match[0].strip()), rest
        spans.append((start, min(DAY, max(start + 60, 1320))))
    return spans, _FROM.sub(" ", rest)


def _shared(match: "re.Match[str]") -> str | None:
    """The half of the day that "9-11 am" shares; "9-5 pm" does not begin in the evening."""
    # Twelve is the one hour that no half of the day can be read from.
    return match[6] if match[6] and int(match[1]) < int(match[4]) and int(match[4]) != 12 else None  # noqa: PLR2004


def _minutes(hours: str, minutes: str | None, half: str | None) -> int | None:
    hour, minute = int(hours), int(minutes or 0)
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - a twelve-hour clock
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return hour * 60 + minute if minute < 60 else None  # noqa: PLR2004 - minutes of an hour


def _laid(day: int, start: int, end: int) -> list[Stretch]:
    """A stretch, in two where it goes past midnight."""
    if start < end:
        return [(day, start, end)]
    late: list[Stretch] = [(day, start, DAY)] if start < DAY else []
    return late + ([((day + 1) % 7, 0, end)] if end else [])


def merged(stretches: list[Stretch]) -> list[Stretch]:
    """Sorted, with those that touch or overlap made one."""
    whole: list[Stretch] = []
    for day, start, end in sorted(set(stretches)):
        if whole and whole[-1][0] == day and start <= whole[-1][2]:
            whole[-1] = (day, whole[-1][1], max(end, whole[-1][2]))
        else:
            whole.append((day, start, end))
    return whole


def written(stretches: list[Stretch]) -> str:
    """Stretches as text that `read_hours` reads back: "Mon 09:00-12:00; Tue 18:00-20:00"."""
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    return "; ".join(
        f"{names[day]} {start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"
        for day, start, end in stretches
    )
