"""What a file is, by its content; the name it came with and the type a browser claims decide nothing."""

import io
import zipfile

#: kind → the type it is served as
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "pdf": "application/pdf",
}
_SAMPLE = 64 * 1024
_MOST_ENTRIES = 2000
_MOST_UNPACKED = 400 * 1024 * 1024
_MOST_RATIO = 200


def kind_of(content: bytes) -> str | None:
    """The kind ("csv", "xlsx", "json", "pdf"), None for anything else or an archive that unpacks without
    end.
    """
    if content.startswith(b"PK\x03\x04"):
        return "xlsx" if _is_workbook(content) else None
    if content.startswith(b"%PDF-"):
        return "pdf"
    sample = content[:_SAMPLE]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "csv"
    if not sample.strip() or b"\x00" in sample or _has_control_characters(sample):
        return None
    return "json" if sample.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[")) else "csv"


def _has_control_characters(sample: bytes) -> bool:
    return any(byte < 0x20 and byte not in b"\t\n\r\x0b\x0c\x1a\x1b" for byte in sample)  # noqa: PLR2004 - the space


def _is_workbook(content: bytes) -> bool:
    """A zip that holds a workbook, has no absurd number of parts and does not blow up."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
    unpacked = sum(part.file_size for part in parts)
    fits = len(parts) <= _MOST_ENTRIES and unpacked <= min(_MOST_UNPACKED, _MOST_RATIO * len(content) + 10**6)
    return fits and any(part.filename == "xl/workbook.xml" for part in parts)
