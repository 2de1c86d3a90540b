"""Why an act of this room was not done: a code for programs and one kind sentence for people."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """Nothing was changed. `code` is stable; `sentence` is translated when it is read."""

    def __init__(self, code: str, sentence: str | Promise) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)


class SlotTaken(Refused):
    """Somebody else was quicker, or one of the people has something else at that time."""

    def __init__(self) -> None:
        super().__init__("taken", _("This time has just been taken. Please choose another one."))


class DayFull(Refused):
    """One of the people meets no more often on that day."""

    def __init__(self) -> None:
        super().__init__("day_full", _("One of you has no room for another meeting on that day."))
