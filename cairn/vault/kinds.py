"""What a file is, by its content; the name it came with and the type a browser claims decide nothing."""

import io
import zipfile

_OFFICE = "application/vnd.openxmlformats-officedocument."
#: kind → the type it is served as
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": f"{_OFFICE}spreadsheetml.sheet",
    "docx": f"{_OFFICE}wordprocessingml.document",
    "pptx": f"{_OFFICE}presentationml.presentation",
    "json": "application/json",
    "pdf": "application/pdf",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "webm": "audio/webm",
    "ogg": "audio/ogg",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
}
PICTURES = frozenset({"jpeg", "png", "gif", "webp"})
SOUNDS = frozenset({"webm", "ogg", "m4a", "mp3", "wav"})

_SAMPLE = 64 * 1024
_MOST_ENTRIES = 2000
_MOST_UNPACKED = 400 * 1024 * 1024
_MOST_RATIO = 200
_STARTS = {
    b"%PDF-": "pdf",
    b"\xff\xd8\xff": "jpeg",
    b"\x89PNG\r\n\x1a\n": "png",
    b"GIF87a": "gif",
    b"GIF89a": "gif",
    b"OggS": "ogg",
    b"ID3": "mp3",
}
_RIFF = {b"WEBP": "webp", b"WAVE": "wav"}
_OFFICE_PARTS = {"xl/workbook.xml": "xlsx", "word/document.xml": "docx", "ppt/presentation.xml": "pptx"}


def kind_of(content: bytes) -> str | None:
    """The kind (a key of TYPES), None for anything else or an archive that unpacks without end."""
    if content.startswith(b"PK\x03\x04"):
        return _office(content)
    for start, kind in _STARTS.items():
        if content.startswith(start):
            return kind
    return _container(content) or _text(content)


def _container(content: bytes) -> str | None:
    """Containers that say further in what they hold."""
    if content.startswith(b"RIFF"):
        return _RIFF.get(content[8:12])
    if content.startswith(b"\x1a\x45\xdf\xa3"):
        return "webm" if b"webm" in content[:64] else None
    if content[4:8] == b"ftyp":
        return "m4a" if content[8:12] in {b"M4A ", b"isom", b"iso5", b"iso6", b"mp41", b"mp42"} else None
    return None


def _text(content: bytes) -> str | None:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "csv"
    sample = content[:_SAMPLE]
    if not sample.strip() or b"\x00" in sample or _has_control_characters(sample):
        return None
    return "json" if sample.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[")) else "csv"


def _has_control_characters(sample: bytes) -> bool:
    return any(byte < 0x20 and byte not in b"\t\n\r\x0b\x0c\x1a\x1b" for byte in sample)  # noqa: PLR2004 - the space


def _office(content: bytes) -> str | None:
    """A zip that holds an office document, has no absurd number of parts and does not blow up."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return None
    unpacked = sum(part.file_size for part in parts)
    fits = len(parts) <= _MOST_ENTRIES and unpacked <= min(_MOST_UNPACKED, _MOST_RATIO * len(content) + 10**6)
    names = [part.filename for part in parts]
    return next((kind for name, kind in _OFFICE_PARTS.items() if fits and name in names), None)
