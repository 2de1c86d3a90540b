"""Mends a page sends: cells typed anew, a yes for all that are alike, rows joined or left out."""

import re

from django.http import QueryDict

from cairn.intake import mending
from cairn.intake.mending import NotMendable
from cairn.intake.upload import Upload

CELL = re.compile(r"cell-(\d{1,7})-(\d{1,4})")
LONGEST = 4000


def mend_cells(upload: Upload, *, said: QueryDict) -> None:
    """Every cell of the page that now says something else."""
    stood = {(fault.row, fault.column): fault.cell for fault in upload.faults()}
    for name, text in said.dict().items():
        found = CELL.fullmatch(name)
        place = (int(found[1]), int(found[2])) if found else None
        if place in stood and text != stood[place]:
            mending.mend(upload, row=place[0], column=place[1], text=str(text)[:LONGEST])


def take(upload: Upload, *, said: QueryDict) -> None:
    """What one button stands for; a button nobody drew is refused."""
    if "part" in said:
        mending.accept(upload, meaning=said.get("meaning", ""), part=said.get("part", ""))
    elif "other" in said:
        mending.join(upload, row=_row(said, "row"), into=_row(said, "other"))
    elif said.get("all") == "offers":
        mending.accept_all(upload)
    elif said.get("all") == "joins":
        mending.join_all(upload)
    elif said.get("all") == "leave":
        mending.leave_out(upload, rows={fault.row for fault in upload.faults()})
    else:
        mending.leave_out(upload, rows={_row(said, "leave")})


def _row(said: QueryDict, name: str) -> int:
    value = said.get(name, "")
    if not (value.isascii() and value.isdecimal()):
        raise NotMendable
    return int(value)
