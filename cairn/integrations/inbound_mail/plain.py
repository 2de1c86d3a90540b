"""The words of a mail that has only HTML: text and line breaks, without what programs mark as quoted."""

from __future__ import annotations

from html.parser import HTMLParser

_BREAKS = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "blockquote", "table"})
_SILENT = frozenset({"script", "style", "head", "title", "template"})
_VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "col", "area", "base", "wbr", "source"})
#: What Gmail, Thunderbird, Apple, Yahoo and Outlook put around or before the letter that is answered.
_QUOTES = (
    "gmail_quote",
    "moz-cite-prefix",
    "yahoo_quoted",
    "appendonsend",
    "divRplyFwdMsg",
    "protonmail_quote",
)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.open: list[str] = []
        self.silent_from: int | None = None
        self.over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.said.append("\n")
        marks = " ".join(value or "" for name, value in attrs if name in {"class", "id"})
        if any(mark in marks for mark in _QUOTES):
            self.over = True
        if tag in _VOID:
            return
        self.open.append(tag)
        if self.silent_from is None and (tag in _SILENT or tag == "blockquote"):
            self.silent_from = len(self.open)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS:
            self.said.append("\n")
        if tag in self.open[-50:]:
            while self.open.pop() != tag:
                pass
        if self.silent_from is not None and len(self.open) < self.silent_from:
            self.silent_from = None

    def handle_data(self, data: str) -> None:
        if self.silent_from is None and not self.over:
            self.said.append(" ".join(data.split()) if data.strip() else " ")


def words_of_html(page: str) -> str:
    """What a person would read, up to where the letter they answer begins."""
    reader = _Words()
    reader.feed(page)
    reader.close()
    lines = [" ".join(line.split()) for line in "".join(reader.said).split("\n")]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    return "\n".join(kept).strip()
