"""Why an act of this room was not done: a code for programs and one kind sentence for people."""

from __future__ import annotations

from django.utils.functional import Promise


class Refused(Exception):
    """Nothing was changed. `code` is stable; `sentence` is translated when it is read."""

    def __init__(self, code: str, sentence: str | Promise) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)
