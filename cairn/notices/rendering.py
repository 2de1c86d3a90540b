"""Rendering a message: subject, text and HTML, in one language, from its folder.

MJML becomes tables that every mail program understands (mrml); what remains as rules is written into the
elements (css-inline), and only the dark colours stay rules, for the programs that know them. Nothing is
loaded from outside: no picture, no font, no counting pixel.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import css_inline
import mrml
from django.conf import settings
from django.template.context import Context
from django.template.engine import Engine
from django.utils import translation

from cairn.kernel.text import single_line

FOLDER = Path(__file__).parent / "messages"
LONGEST_PART = 1200
#: Messages made of others: each item with its words and its one button.
BUNDLES = ("bundle", "digest")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message as somebody reads it. `language` is the code of the language it came out in."""

    kind: str
    language: str
    subject: str
    text: str
    html: str


def kinds() -> tuple[str, ...]:
    """Every message there is."""
    return tuple(sorted(folder.name for folder in FOLDER.iterdir() if (folder / "subject.txt").exists()))


def part(kind: str, name: str, context: Mapping[str, Any]) -> str:
    """One file of a message on one line, in the language that is active: its subject, its button's words."""
    return single_line(_fill(_plain(), f"{kind}/{name}", {**context, **_surroundings()}), most=LONGEST_PART)


def render(kind: str, context: Mapping[str, Any], *, language: str) -> Rendered:
    """The message in one language. Raises TemplateDoesNotExist for a kind without a folder."""
    with translation.override(language):
        values = {**context, **_surroundings()}
        subject = _fill(_plain(), f"{kind}/subject.txt", values)
        values["subject"] = _subject(subject)
        values |= {"words_file": f"{kind}/words.txt", "act_file": f"{kind}/act.txt"}
        text = _fill(_plain(), _body(kind, "txt"), values)
        body = _fill(_marked_up(), _body(kind, "mjml"), values)
        spoken = translation.get_language() or settings.LANGUAGE_CODE
    return Rendered(kind, spoken, _subject(subject), _paragraphs(text), _html(body))


def _body(kind: str, kind_of_file: str) -> str:
    """The message's own body; else the shared one, made of its `words.txt` and `act.txt`."""
    own = f"{kind}/body.{kind_of_file}"
    return own if (FOLDER / own).exists() else f"said.{kind_of_file}"


def _surroundings() -> dict[str, str]:
    right_to_left = translation.get_language_bidi()
    return {
        "language": translation.get_language() or settings.LANGUAGE_CODE,
        "direction": "rtl" if right_to_left else "ltr",
        "start": "right" if right_to_left else "left",
        "home": settings.BASE_URL,
    }


def _subject(text: str) -> str:
    # A name such as "=?utf-8?b?…?=" would be decoded by the reader's program into something nobody wrote.
    return single_line(text, most=160).replace("=?", "= ?")


def _paragraphs(text: str) -> str:
    """No trailing blanks, never two empty lines: what the template's tags left behind."""
    lines: list[str] = []
    for line in text.strip().splitlines():
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines) + "\n"


def _html(mjml: str) -> str:
    # mrml knows where some fonts can be fetched, and would: none is.
    options = mrml.RenderOptions(fonts={})
    return str(_inliner().inline(mrml.to_html(mjml, render_options=options).content))


def _fill(engine: Engine, name: str, values: Mapping[str, Any]) -> str:
    return str(engine.get_template(name).render(Context(dict(values), autoescape=engine.autoescape)))


@cache
def _plain() -> Engine:
    return _engine(autoescape=False)


@cache
def _marked_up() -> Engine:
    return _engine(autoescape=True)


def _engine(*, autoescape: bool) -> Engine:
    libraries = {"i18n": "django.templatetags.i18n"}
    return Engine(
        dirs=[str(FOLDER)], libraries=libraries, builtins=["django.templatetags.i18n"], autoescape=autoescape
    )


@cache
def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)
