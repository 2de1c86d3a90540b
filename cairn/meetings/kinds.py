"""The kinds of meeting."""

from __future__ import annotations

PAIR, CIRCLE, OFFICE, GROUP, WEBINAR, FLASH, LETTER = (
    "pair", "circle", "office", "group", "webinar", "flash", "letter",
)  # fmt: skip
KINDS = (PAIR, CIRCLE, OFFICE, GROUP, WEBINAR, FLASH, LETTER)
#: Anybody of the programme may take a seat.
OPEN_KINDS = (GROUP, WEBINAR)
