"""A fault or a note about one cell, and the sentences a page says about it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

#: What to do, by code. A sentence may use {offer} and {other} (another row's number).
MENDS = {
    "name_empty": _("A name is needed; one word is enough"),
    "name_twin": _("Same person as row {other}?"),
    "email_empty": _("An address is needed, or a column with a number for each person"),
    "email_ends": _("The address ends after the @"),
    "email_no_at": _("An address has an @ in it"),
    "email_two": _("One address only, with one @"),
    "email_slip": _("Meant {offer}?"),
    "email_unreadable": _("This does not read as an address, such as ana@example.org"),
    "zone_place": _("Taken as {offer}?"),
    "zone_unknown": _("Write a city, or a zone such as Europe/Berlin"),
    "hours_range": _("Hours go from 00:00 to 24:00"),
    "hours_empty": _("It ends when it begins; write from when to when"),
    "hours_unreadable": _("Write days and hours, such as Mon 09:00-12:00"),
    "language_unknown": _("Write languages by their names, parted by ;"),
    "skill_unreadable": _("Write a skill, or with levels: Maths[1-6]"),
    "skill_levels": _("The lower level comes first"),
    "skill_slip": _("Meant {offer}? It will be a word of your own otherwise"),
    "skills_many": _("Sixty skills at most; keep those that matter"),
    "capacity_unreadable": _("Write how many people at once, from 0 to 100"),
    "monthly_unreadable": _("Write hours a month as a number, such as 4 or 4.5"),
    "monthly_week": _("This is a week; write the hours of a month"),
    "monthly_range": _("Of a range the smaller number counts; nobody is asked for more than they have"),
    "level_unreadable": _("Write a whole number, such as 9"),
    "number_unreadable": _("Write a number, such as 3 or 3.5"),
    "yes_unreadable": _("Write yes or no"),
    "moment_unreadable": _("Write a date as year-month-day, such as 2026-04-03"),
    "too_long": _("This is too long; shorten it"),
    "formula": _("A formula is not brought in; write its result"),
    "option_many": _("One answer only; or let the column hold several"),
    "too_many_cells": _("More cells than headings; is a quotation mark missing?"),
    "same_email": _("Same address as row {other}. Join the two, or leave one out"),
    "same_id": _("Same number as row {other}. Join the two, or leave one out"),
    "two_people": _("The number belongs to one person here, the address to another"),
    "email_taken": _("This address belongs to somebody who is already here under another number"),
    "own_manager": _("Nobody reports to themselves; leave it empty"),
    "manager_several": _("Several people have this name; write an address"),
    "manager_unknown": _("Nobody here has this name or address yet; kept until they arrive"),
    "left": _("Has left the programme and stays out; enrol them by hand if they are back"),
    "name_kept": _("This person chose their own name; it stays"),
}  # fmt: skip

#: Codes about a pair of rows that a click may join into one.
JOINABLE = ("name_twin", "same_email", "same_id")


@dataclass(frozen=True, slots=True)
class Fault:
    """`row` is the number a spreadsheet shows, `column` the index in the file, −1 for the row as a whole.

    `part` is the piece of `cell` the fault is about. `offer` is a text to put in its place, `other`
    another row that it is about, `alike` how many rows one "yes" would mend.
    """

    row: int
    column: int
    code: str
    name: str = ""
    heading: str = ""
    meaning: str = ""
    cell: str = ""
    part: str = ""
    offer: str = ""
    other: int = 0
    is_note: bool = False
    alike: int = 0

    @property
    def what_to_do(self) -> str:
        """The mend, in the reader's language."""
        return str(MENDS[self.code]).format(offer=self.offer, other=self.other)

    @property
    def can_join(self) -> bool:
        """Whether "Join them" may be offered."""
        return self.code in JOINABLE and self.other > 0

    def as_list(self) -> list[Any]:
        """As the sealed report keeps it."""
        return [
            self.row, self.column, self.code, self.name, self.heading, self.meaning,
            self.cell, self.part, self.offer, self.other, self.is_note, self.alike,
        ]  # fmt: skip

    @classmethod
    def from_list(cls, kept: list[Any]) -> "Fault":
        """From the sealed report."""
        return cls(*kept)
