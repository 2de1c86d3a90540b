"""Every kind of message has all it needs: a folder, words for a list, a content and a sample."""

from cairn.notices.contents.table import CONTENTS
from cairn.notices.kind import kinds
from cairn.notices.label import label_of
from cairn.notices.rendering import BUNDLES, FOLDER

OUTSIDE = {"confirm_address", "known_address", "reset_password", "sign_in_code", "unknown_address"}
#: Made of other messages, or in place of them.
MADE = {"bundle", "neutral"}


def test_every_folder_is_a_kind_or_says_why_not() -> None:
    folders = {folder.name for folder in FOLDER.iterdir() if (folder / "subject.txt").exists()}
    assert folders == {*kinds(), *OUTSIDE, *MADE}


def test_every_kind_has_a_content_and_a_name() -> None:
    assert set(CONTENTS) == set(kinds())
    assert [name for name in kinds() if label_of(name) == name] == []


def test_whatever_may_share_a_letter_has_its_words_and_its_button() -> None:
    shared = [name for name, kind in kinds().items() if not kind.at_once and name not in BUNDLES]
    bare = [
        name for name in shared for file in ("words.txt", "act.txt") if not (FOLDER / name / file).exists()
    ]
    assert bare == []


def test_what_nobody_may_switch_off_is_what_they_wait_for_or_must_know() -> None:
    always = {name for name, kind in kinds().items() if kind.at_once and not kind.mute}
    assert {"match_mentee", "meeting_booked", "meeting_moved", "meeting_cancelled"} <= always
