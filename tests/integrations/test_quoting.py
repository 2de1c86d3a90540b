"""What people wrote, and not what they answered: the shapes of five programs, in English and German."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.integrations.inbound_mail.plain import words_of_html
from cairn.integrations.inbound_mail.quoting import own_words

MINE = "Yes, Tuesday is fine.\n\nThank you, that helps a lot:\n- slides\n- a map"
#: What follows below one's own words; "¶" is a new line.
BELOW = {
    "gmail": "¶¶On Mon, 2 Mar 2026 at 09:12, Cairn <cairn@example.org> wrote:¶¶> Bruno wrote¶> Hello¶",
    "gmail, folded": "¶¶On Mon, 2 Mar 2026 at 09:12, Bruno via Cairn¶<reply+abc@example.org> wrote:¶> x¶",
    "gmail, de": "¶¶Am Mo., 2. März 2026 um 09:12 Uhr schrieb Cairn <c@example.org>:¶¶> Bruno schrieb¶",
    "apple": "¶¶> On 2 Mar 2026, at 09:12, Cairn <cairn@example.org> wrote:¶> ¶> Hello¶",
    "apple, de": "¶¶> Am 02.03.2026 um 09:12 schrieb Cairn <cairn@example.org>:¶> ¶> Hallo¶",
    "iphone": "¶¶Sent from my iPhone¶¶> On 2 Mar 2026, at 09:12, Cairn <c@example.org> wrote:¶> ¶> Hi¶",
    "iphone, de": "¶¶Von meinem iPhone gesendet¶¶> Am 02.03.2026 um 09:12 schrieb Cairn <c@x.org>:¶> ¶> Hi¶",
    "outlook": "¶¶________________________________¶From: Cairn <c@x.org>¶Sent: Monday, 2 March 2026 09:12"
    "¶To: Amina¶Subject: Bruno wrote¶¶Hello¶",
    "outlook, windows": "\r¶\r¶From: Cairn <c@example.org>\r¶Sent: Monday, 2 March 2026 09:12\r¶To: Amina\r¶"
    "Subject: x\r¶\r¶Hello\r¶",
    "outlook, de": "¶¶Von: Cairn <c@example.org>¶Gesendet: Montag, 2. März 2026 09:12¶An: Amina¶"
    "Betreff: Bruno schrieb¶¶Hallo¶",
    "outlook, old": "¶¶-----Original Message-----¶From: Cairn¶Sent: Monday¶¶Hello¶",
    "outlook, old, de": "¶¶-----Ursprüngliche Nachricht-----¶Von: Cairn¶¶Hallo¶",
    "thunderbird": "¶¶On 02/03/2026 09:12, Cairn wrote:¶> Hello¶",
    "thunderbird, de": "¶¶Am 02.03.26 um 09:12 schrieb Cairn:¶> Hallo¶",
    "signature": "¶-- ¶Amina Diallo¶Lakeside¶",
    "nothing quoted": "",
}


@pytest.mark.parametrize("name", BELOW)
def test_only_ones_own_words_stay(name: str) -> None:
    assert own_words(MINE + BELOW[name].replace("¶", "\n")) == MINE


@pytest.mark.parametrize(
    "text",
    [
        "On Monday I wrote to Chen: she is in.",
        "From: my heart, thank you.",
        "Am Ende schrieb ich ihr: es geht.\nUnd es ging.",
        "> Is nine fine?\n\nYes.\n\n> And where?\n\nHere.",
    ],
)
def test_a_sentence_that_looks_like_a_head_is_no_head(text: str) -> None:
    assert own_words(text) == text


def test_an_answer_below_what_it_answers_is_found() -> None:
    assert own_words("On Mon, 2 Mar 2026, Cairn wrote:\n> Is nine fine?\n\nYes, nine.\n") == "Yes, nine."


def test_html_gives_words_without_the_quotation() -> None:
    page = (
        "<html><head><style>p{}</style></head><body><p>Yes,<br>Tuesday &amp; nine.</p><script>x()</script>"
        '<div class="gmail_quote"><blockquote>Hello</blockquote></div></body></html>'
    )
    assert words_of_html(page) == "Yes,\nTuesday & nine."
    assert words_of_html("<div>Ja.</div><blockquote type=cite>Hallo</blockquote><p>Gruß") == "Ja.\n\nGruß"


@pytest.mark.parametrize(
    "unit", ["On a wrote: ", "From: a\n", "> ", "-- \n", "Am x schrieb\n", "<div>", "\n", "_"]
)
def test_no_text_keeps_it_busy(unit: str) -> None:
    began = time.monotonic()
    own_words(unit * (200_000 // len(unit)))
    words_of_html(unit * (200_000 // len(unit)))
    assert time.monotonic() - began < 5


@given(st.text(alphabet=st.sampled_from("On wrote:>\n-_From:schb Am<div/&;"), max_size=300))
def test_nothing_is_invented(text: str) -> None:
    assert set(own_words(text).split()) <= set(text.split())
