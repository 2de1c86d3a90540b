"""Cutting off the letter that is answered: what Gmail, Outlook, Apple Mail and Thunderbird put below a reply,
in English and German, and what any program quotes with ">".

Line by line and from the top, so that no text can keep it busy. Where nothing is recognised everything is
kept: too much is a nuisance, a lost sentence is a loss. Words above a quotation are never touched, and a
person who answers between quoted lines keeps their whole mail.
"""

from __future__ import annotations

import re

#: "On Mon, 2 Mar 2026 at 09:12, Cairn <…> wrote:" and "Am 02.03.2026 um 09:12 schrieb Cairn <…>:", which may
#: run over three lines.
_BEGINS = re.compile(r"(?:On|Am|El|Le) .{0,300}$")
_ENDS = re.compile(r".{0,400}(?:wrote|schrieb|escribió|a écrit)\b.{0,300}:$")
_LINES = 3
#: Outlook's head of a forwarded or answered letter, and the bars before it.
_BARS = re.compile(
    r"(?:-{2,} ?)?(?:Original (?:Message|Appointment)|(?:Ursprüngliche|Weitergeleitete) Nachricht)"
    r"(?: ?-{2,})?$"
    r"|_{20,}$"
)
_HEAD = re.compile(r"\*?(?:From|Von|Sent|Gesendet|To|An|Date|Datum|Subject|Betreff|Cc)\*?:\*? .{0,500}$")
_FIRST = re.compile(r"\*?(?:From|Von)\*?:\*? ")
_SIGNATURE = "-- "
#: What phones add below.
_PHONE = re.compile(
    r"(?:Sent from (?:my|Outlook)|Get Outlook for|Von meinem .{2,30} gesendet|Gesendet von|Outlook für)"
    r" ?.{0,60}$"
)


def own_words(text: str) -> str:
    """What somebody wrote themselves."""
    lines = [line.rstrip("\r") for line in text.replace("\r\n", "\n").split("\n")]
    end = next((place for place in range(len(lines)) if _is_cut(lines, place)), len(lines))
    kept = _without_trailing_quotes(lines[:end])
    if not any(line.strip() for line in kept):
        # The answer stands below or between what it answers.
        kept = [line for line in _below_the_head(lines[end:]) if not line.lstrip().startswith(">")]
    while kept and (not kept[-1].strip() or _PHONE.match(kept[-1].strip())):
        kept.pop()
    return "\n".join(line.rstrip() for line in kept).strip()


def _is_cut(lines: list[str], place: int) -> bool:
    line = lines[place].strip()
    if lines[place] in {_SIGNATURE, "--"} or _BARS.match(line):
        return True
    if _FIRST.match(line):
        below = [each.strip() for each in lines[place + 1 : place + 5] if each.strip()]
        return sum(bool(_HEAD.match(each)) for each in below) >= 2  # noqa: PLR2004 - a head has three lines or more
    if not _BEGINS.match(line):
        return False
    for number in range(1, _LINES + 1):
        if _ENDS.match(" ".join(each.strip() for each in lines[place : place + number])):
            return True
    return False


def _below_the_head(lines: list[str]) -> list[str]:
    """After "On … wrote:", which may run over lines."""
    ends = (place for place, line in enumerate(lines[:_LINES]) if line.rstrip().endswith(":"))
    return lines[next(ends, 0) + 1 :]


def _without_trailing_quotes(lines: list[str]) -> list[str]:
    kept = list(lines)
    while kept and (not kept[-1].strip() or kept[-1].lstrip().startswith(">")):
        kept.pop()
    return kept
