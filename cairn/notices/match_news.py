"""News about a match for one of its two people: the card in their language, their zone and their place in the
pair.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from django.conf import settings

from cairn.kernel.text import first_name_of, isolated
from cairn.matching.wording import said
from cairn.matching.words import words_of
from cairn.notices.acts import act_url
from cairn.notices.addressing import language_of
from cairn.people.person import Person

Side = Literal["mentee", "mentor"]


@dataclass(frozen=True)
class MatchNews:
    """`pair` is a proposal, or a pairing that will become one; both have programme, mentor and mentee."""

    pair: Any
    side: Side
    card: Mapping[str, Any]
    follows: bool = False

    @property
    def you(self) -> Person:
        """Who reads it."""
        person: Person = self.pair.mentee.person if self.side == "mentee" else self.pair.mentor.person
        return person

    @property
    def other(self) -> Person:
        """Whom it is about."""
        person: Person = self.pair.mentor.person if self.side == "mentee" else self.pair.mentee.person
        return person

    @cached_property
    def language(self) -> str:
        """The reader's language."""
        return language_of(self.you)

    def values(self, *, accept_url: str = "#", decline_url: str = "#", link: str = "") -> dict[str, Any]:
        """What the templates need; to be called with the reader's language active."""
        names = {side: first_name_of(getattr(self.pair, side).person.name) for side in ("mentor", "mentee")}
        words = words_of(self.pair.programme, zone=self.you.zone or self.pair.programme.organisation.zone)
        return {
            "you": first_name_of(self.you.name),
            "other": self.other,
            "their_name": isolated(first_name_of(self.other.name)),
            "other_name": isolated(self.other.name),
            "other_email": self.other.email,
            "programme": self.pair.programme.name,
            "card": said(self.card, to=self.side, words=words, **names),
            "follows": self.follows,
            "accept_url": accept_url,
            "decline_url": decline_url,
            "link": link or f"{settings.BASE_URL}/today/",
        }

    def answers(self) -> dict[str, str]:
        """Two fresh one-click links, signed for the reader: a yes and a no. GET shows them, POST acts."""
        return {f"{answer}_url": self.answer_url(answer) for answer in ("accept", "decline")}

    def answer_url(self, answer: Literal["accept", "decline"]) -> str:
        """One link that gives this answer once."""
        return act_url(self.you, f"proposal.{answer}", self.pair.pk)


def match_news(pair: Any, *, side: Side, card: Mapping[str, Any], follows: bool = False) -> MatchNews:
    """News about a pair for one side."""
    return MatchNews(pair, side, card, follows)
