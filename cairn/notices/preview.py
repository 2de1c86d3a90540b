"""Looking at messages before anybody gets them."""

from typing import Any, Literal

from django.utils import translation

from cairn.notices.match_news import match_news
from cairn.notices.rendering import Rendered, kinds, render
from cairn.notices.samples import sample

__all__ = ["kinds", "match_preview", "rendered"]


def rendered(kind: str, language: str) -> Rendered:
    """A message with sample data."""
    with translation.override(language):
        values = sample(kind)
    return render(kind, values, language=language)


def match_preview(pair: Any, *, side: Literal["mentee", "mentor"], card: Any) -> Rendered:
    """The mail one side will get about a pair (anything with `programme`, `mentor`, `mentee` enrolments).

    It is exactly what leaves after publication, but for its two answer links, which lead nowhere yet.
    """
    news = match_news(pair, side=side, card=card)
    with translation.override(news.language):
        values = news.values()
    return render(f"match_{side}", values, language=news.language)
