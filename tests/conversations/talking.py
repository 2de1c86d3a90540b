"""Two people in a thread, and small files that are what they say."""

import io
import uuid

from PIL import Image

from cairn.conversations.message import Message
from cairn.conversations.thread import CIRCLE, PAIR, Thread
from cairn.people.person import Person

OGG = b"OggS\x00\x02" + b"\x00" * 60 + b"OpusHead"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"


def pair(*people: Person) -> Thread:
    """A thread of these two."""
    return Thread.open(people=people, kind=PAIR, origin=uuid.uuid4())


def circle(*people: Person) -> Thread:
    """A thread of several."""
    return Thread.open(people=people, kind=CIRCLE, origin=uuid.uuid4())


def say(thread: Thread, who: Person, words: str) -> Message:
    """One message."""
    return thread.post(who, words, client_id=uuid.uuid4())


def heard(thread: Thread, who: Person) -> list[str]:
    """What somebody reads in a thread, from the top."""
    return [message.body for message in Message.objects.visible_to(who).filter(thread=thread)]


def photograph(*, size: tuple[int, int] = (64, 48), clear: bool = False) -> bytes:
    """A picture that says where it was taken."""
    picture = Image.new("RGBA" if clear else "RGB", size, "teal")
    places = Image.Exif()
    places[0x010F] = "Stone Camera"
    places.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0)})
    made = io.BytesIO()
    picture.save(made, "PNG" if clear else "JPEG", exif=places)
    return made.getvalue()
