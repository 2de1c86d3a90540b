"""What may be sent beside words: known by its content, pictures without their place, everything sealed."""

import io
import uuid

import pytest
from PIL import Image

from cairn.conversations.attachment import Attachment
from cairn.conversations.parcel import MOST_BYTES, packed
from cairn.conversations.refusal import Refused
from cairn.conversations.thread import Thread
from cairn.people.person import Person
from tests.cast import Cast
from tests.conversations.talking import OGG, PDF, pair, photograph


@pytest.fixture
def thread(cast: Cast) -> Thread:
    """Amina and Bruno."""
    return pair(cast.amina, cast.bruno)


def send(thread: Thread, who: Person, content: bytes, name: str, *, voice: bool = False) -> Attachment:
    """A message that is only a file."""
    parcel = packed(content, name=name, voice=voice, transcript="Hello" if voice else "")
    message = thread.post(who, "", client_id=uuid.uuid4(), files=[parcel])
    found: Attachment = message.attachments.get()
    return found


def test_a_file_is_kept_sealed_and_read_by_the_two(cast: Cast, thread: Thread) -> None:
    sent = send(thread, cast.amina, PDF, "plan.pdf")
    assert (sent.kind, sent.file.name, sent.file.read()) == ("file", "plan.pdf", PDF)
    assert PDF not in sent.file.path.read_bytes()
    seen = [Attachment.objects.visible_to(who).count() for who in (cast.bruno, cast.chen, cast.ada)]
    assert seen == [1, 0, 0]


@pytest.mark.parametrize("clear", [False, True])
def test_a_picture_loses_place_and_camera(cast: Cast, thread: Thread, clear: bool) -> None:
    content = photograph(clear=clear)
    assert Image.open(io.BytesIO(content)).getexif().get_ifd(0x8825) != {}
    sent = send(thread, cast.amina, content, "summit.heic")
    kept = Image.open(io.BytesIO(sent.file.read()))
    assert (dict(kept.getexif()), sent.kind) == ({}, "image")
    assert (sent.file.name, b"Stone Camera" in sent.file.read()) == (
        "summit.png" if clear else "summit.jpg",
        False,
    )


def test_a_large_picture_becomes_smaller(cast: Cast) -> None:
    parcel = packed(photograph(size=(4000, 1000)), name="wide.jpg")
    assert Image.open(io.BytesIO(parcel.content)).size == (2560, 640)


def test_a_voice_note_has_room_for_its_words(cast: Cast, thread: Thread) -> None:
    sent = send(thread, cast.amina, OGG, "blob", voice=True)
    assert (sent.kind, sent.transcript, sent.file.content_type) == ("voice", "Hello", "audio/ogg")


@pytest.mark.parametrize(
    ("content", "voice", "code"),
    [
        (b"", False, "empty"),
        (b"MZ\x90\x00\x03", False, "not_this_kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>\x00", False, "not_this_kind"),
        (PDF, True, "not_this_kind"),
        (b"\xff\xd8\xff\xe0 no picture", False, "broken"),
        (b"%PDF-" + b"a" * MOST_BYTES, False, "too_large"),
    ],
)
def test_what_is_not_what_it_should_be_is_refused(content: bytes, voice: bool, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        packed(content, name="x", voice=voice)
    assert refusal.value.code == code


def test_a_picture_that_claims_to_be_vast_is_not_opened() -> None:
    made = io.BytesIO()
    Image.new("1", (9000, 9000)).save(made, "PNG")
    with pytest.raises(Refused) as refusal:
        packed(made.getvalue(), name="vast.png")
    assert refusal.value.code == "broken"


def test_at_most_five_files_go_with_a_message(cast: Cast, thread: Thread) -> None:
    files = [packed(PDF, name=f"{number}.pdf") for number in range(6)]
    with pytest.raises(Refused):
        thread.post(cast.amina, "All of them", client_id=uuid.uuid4(), files=files)
    assert thread.messages.count() == 0


@pytest.mark.django_db(transaction=True)
def test_a_file_taken_back_leaves_the_disk() -> None:
    from tests import cast as players

    everybody = players.cast()
    thread = pair(everybody.amina, everybody.bruno)
    sent = send(thread, everybody.amina, PDF, "plan.pdf")
    path = sent.file.path
    assert path.exists()
    sent.message.take_back(everybody.amina)
    assert [path.exists(), Attachment.objects.count()] == [False, 0]
