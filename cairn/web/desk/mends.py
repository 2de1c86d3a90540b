"""Mends a page sends: cells typed anew, a yes for all that are alike, rows joined or left out."""

from django.http import QueryDict

from cairn.intake import mending
from cairn.intake.finding import cells_to_mend
from cairn.intake.mending import NotMendable
from cairn.intake.upload import Upload

LONGEST = 4000


def mend_cells(upload: Upload, *, said: QueryDict) -> None:
    """Every cell of the page that now says something else, and with it those that said the same."""
    mends: dict[tuple[int, int], str] = {}
    for found in cells_to_mend(upload.faults()):
        row, column, stood = found.fault.row, found.fault.column, found.fault.cell
        typed = [text for text in said.getlist(f"cell-{row}-{column}") if text != stood]
        if typed:
            mends |= dict.fromkeys(((each, column) for each in found.rows), typed[-1][:LONGEST])
    if mends:
        mending.mend(upload, mends)


def take(upload: Upload, *, said: QueryDict) -> None:
    """What one button stands for; a button nobody drew is refused."""
    if "part" in said:
        mending.accept(upload, meaning=said.get("meaning", ""), part=said.get("part", ""))
    elif "join" in said:
        mending.join_alike(upload, key=said.get("join", ""))
    elif "leave" in said:
        mending.leave_out_alike(upload, key=said.get("leave", ""))
    elif said.get("all") == "offers":
        mending.accept_all(upload)
    elif said.get("all") == "joins":
        mending.join_all(upload)
    elif said.get("all") == "leave":
        mending.leave_out(upload, rows={fault.row for fault in upload.faults()})
    else:
        raise NotMendable
