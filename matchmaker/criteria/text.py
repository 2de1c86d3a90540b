"""`text`: how near two free texts are in what they mean.

Where both texts have a vector in the cohort's `meanings`: cosine, held against `floor` (0 unless said;
many models give .7 to any two sentences): part = max(0, (cosine - floor) / (1 - floor)). Else, without any
model: the words of three letters or more, each replaced by its taxonomy code where it has one, compared as
sets by cosine: shared / sqrt(mine * theirs).
"""

import re

import numpy as np
from numpy.typing import NDArray

from matchmaker import bits
from matchmaker.asked import Criterion
from matchmaker.cells import fold
from matchmaker.criteria.criterion import Block, Demandless
from matchmaker.criteria.likeness import Likeness
from matchmaker.criteria.nearness import overlap, scale
from matchmaker.reason import Reason
from matchmaker.refusal import Refusal
from matchmaker.sheet import Setting, Sheet

WORD = re.compile(r"[^\W_]{3,}")
EMPTY_WORDS = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "that",
        "this",
        "from",
        "have",
        "has",
        "had",
        "are",
        "was",
        "were",
        "will",
        "would",
        "can",
        "could",
        "how",
        "what",
        "who",
        "when",
        "where",
        "which",
        "you",
        "your",
        "our",
        "their",
        "his",
        "her",
        "its",
        "they",
        "them",
        "she",
        "him",
        "not",
        "but",
        "more",
        "most",
        "very",
        "into",
        "about",
        "want",
        "like",
        "need",
        "help",
        "learn",
        "und",
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "mit",
        "für",
        "ich",
        "wir",
        "les",
        "des",
        "une",
        "pour",
        "avec",
        "que",
        "los",
        "las",
        "una",
        "por",
        "con",
    ]
)


class Text(Demandless):
    """Words and, where there are any, vectors of both sides."""

    symmetric = True

    def __init__(self, rule: Criterion, setting: Setting) -> None:
        self.rule = rule
        self.floor = float(rule.options.get("floor", 0))
        if not 0 <= self.floor < 1:
            raise Refusal(f'floor of the criterion "{rule.id}" is a share from 0 to below 1.')
        likeness = Likeness(setting)
        mentors, mentees = self._read(setting.mentors, rule.mentor), self._read(setting.mentees, rule.mentee)
        self.mentor_words = [_words(text, likeness) for text in mentors]
        self.mentee_words = [_words(text, likeness) for text in mentees]
        self._mentor_bits, self._mentee_bits = bits.encode(self.mentor_words, self.mentee_words)
        self._mentor_sizes, self._mentee_sizes = bits.sizes(self.mentor_words), bits.sizes(self.mentee_words)
        self._mentor_vectors, self._mentor_meant = _vectors(mentors, setting)
        self._mentee_vectors, self._mentee_meant = _vectors(mentees, setting)
        meant = self._mentor_meant.any() and self._mentee_meant.any()
        self.product = self._cosines if meant else None
        self._wordless = all(
            bool((known | np.isnan(sizes)).all())
            for known, sizes in (
                (self._mentor_meant, self._mentor_sizes),
                (self._mentee_meant, self._mentee_sizes),
            )
        )

    def _read(self, sheet: Sheet, column: str) -> list[str | None]:
        return sheet.read(
            column, lambda cell: cell.strip() or None, for_what=f'the criterion "{self.rule.id}"'
        )

    def fill(self, low: int, high: int, mentee_view: Block, _mentor_view: Block, /) -> None:
        if self.product is None:
            self._compare_words(low, high, mentee_view)
            return
        mentee_view[:] = self._cosines(low, high)
        self.finish(low, high, mentee_view)

    def _cosines(self, low: int, high: int) -> Block:
        return self._mentee_vectors[low:high] @ self._mentor_vectors.T

    def finish(self, low: int, high: int, raw: Block, /) -> None:
        """Turn cosines into parts; where a text has no vector, words count, and where there is no text,
        nan.
        """
        words = np.full((1, 1), np.nan, np.float32)
        if not self._wordless:
            words = np.empty_like(raw)
            self._compare_words(low, high, words)
        scale(raw, words, self._mentee_meant[low:high], self._mentor_meant, np.float32(self.floor))

    def _compare_words(self, low: int, high: int, out: Block) -> None:
        bits.shared(self._mentee_bits, self._mentor_bits, low, high, out)
        overlap(out, self._mentee_sizes[low:high], self._mentor_sizes)

    def reason(self, mentee: int, mentor: int, /) -> Reason | None:
        both = sorted((self.mentee_words[mentee] or frozenset()) & (self.mentor_words[mentor] or frozenset()))
        if both:
            return Reason(self.rule.id, "speaks_of_the_same", {"words": both[:3]})
        part = np.zeros((1, len(self.mentor_words)), np.float32)
        self.fill(mentee, mentee + 1, part, part)
        return Reason(self.rule.id, "means_the_same") if part[0, mentor] > 0 else None

    def difference(self, mentee: int, mentor: int, /) -> Reason | None:
        mine, theirs = self.mentee_words[mentee], self.mentor_words[mentor]
        return Reason(self.rule.id, "other_words") if mine and theirs and not mine & theirs else None


def _words(text: str | None, likeness: Likeness) -> frozenset[str] | None:
    if text is None:
        return None
    return frozenset(likeness.code(word) for word in WORD.findall(fold(text)) if word not in EMPTY_WORDS)


def _vectors(texts: list[str | None], setting: Setting) -> tuple[Block, NDArray[np.bool_]]:
    """Return unit vectors float32[people, dimensions], all 0 where a text has none, and who has one."""
    meanings = setting.cohort.meanings or {}
    size = len(next(iter(meanings.values()))) if meanings else 1
    found = np.zeros((len(texts), size), np.float32)
    for row, text in enumerate(texts):
        if text is not None and text in meanings:
            vector = np.asarray(meanings[text], np.float32)
            found[row] = vector / max(float(np.linalg.norm(vector)), 1e-9)
    return found, np.array([text is not None and text in meanings for text in texts], np.bool_)
