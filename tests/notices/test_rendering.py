"""Every message, in every language: whole, harmless, and the same in text and in HTML."""

import re

import pytest
from django.conf import settings

from cairn.notices import preview
from cairn.notices.rendering import kinds, render
from cairn.notices.samples import sample

HOSTILE = [
    "Amina\r\nBcc: everybody@example.org",
    "</mj-text><script>alert(1)</script>",
    "{{ settings.SECRET_KEY }}{% load log %}",
    '"><img src=x onerror=alert(1)>',
    "=?utf-8?b?QWRtaW4=?=",
    "\u202egnissim eman\u202c",
    "</title></div><script>alert(1)</script>",
    "Robert'); DROP TABLE people;--",
    "𝕿𝖍𝖊 𝖖𝖚𝖎𝖈𝖐 ﷽ Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
    "&lt;b&gt; <![CDATA[ <!-- ",
    "مرحبا " * 40,
    "%(programme)s %s %d",
]


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
@pytest.mark.parametrize("kind", kinds())
def test_a_message_is_whole_in_every_language(kind: str, language: str) -> None:
    made = preview.rendered(kind, language)
    rubbish = re.findall(r"{{|}}|{%|%}|%\(|\bNone\b", made.subject + made.text + made.html)
    assert (made.language, rubbish, "\n" in made.subject) == (language, [], False)
    assert min(len(made.subject), len(made.text) // 10, len(made.html) // 100) > 5


@pytest.mark.parametrize("kind", kinds())
def test_text_and_html_lead_to_the_same_places(kind: str) -> None:
    made = preview.rendered(kind, "en")
    in_text = set(re.findall(r"https?://[^\s<>]+", made.text))
    in_html = set(re.findall(r'<a [^>]*href="([^"]+)"', made.html))
    assert in_text == in_html


@pytest.mark.parametrize("kind", kinds())
def test_nothing_is_fetched_when_a_mail_is_opened(kind: str) -> None:
    html = preview.rendered(kind, "en").html
    assert re.findall(r"<img|<link|<script|@import|url\(|src=", html) == []


@pytest.mark.parametrize("kind", kinds())
def test_a_mail_is_small_enough_not_to_be_cut(kind: str) -> None:
    assert len(preview.rendered(kind, "en").html.encode()) < 60_000


def test_a_mail_runs_from_right_to_left_where_people_read_so() -> None:
    made = preview.rendered("match_mentee", "ar-xb")
    assert ('dir="rtl"' in made.html, "text-align: left" in made.html.split("</head>")[1]) == (True, False)


def test_a_mail_has_dark_colours() -> None:
    assert "prefers-color-scheme: dark" in preview.rendered("match_mentee", "en").html


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_only_ever_a_name(name: str) -> None:
    values = sample("match_mentee")
    values["other"].name = values["other"].headline = name
    made = render(
        "match_mentee", {**values, "their_name": name, "you": name, "programme": name}, language="en"
    )
    assert re.findall(r"<script|<img|<b>|<!\[CDATA", made.html) == []
    assert re.findall(r"[\r\n\u202a-\u202e\u2066-\u2069]|=\?", made.subject) == []
    assert made.html.rstrip().endswith("</html>")


def test_a_name_is_not_decoded_into_another_one() -> None:
    made = render("match_mentee", {**sample("match_mentee"), "their_name": "=?utf-8?b?QQ?="}, language="en")
    assert made.subject == "A mentor for you: = ?utf-8?b?QQ?="
