"""What each field of this room is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule, tenant_fields

_JOB = FieldRule("P0", export="no", erase="keep")
_SEALED = FieldRule("P3", export="no", erase="key")

PRIVACY: dict[str, FieldRule] = {
    **tenant_fields("Upload"),
    "Upload.programme": _JOB,
    "Upload.side": _JOB,
    "Upload.by": FieldRule("P2", export="yes", erase="blank"),
    "Upload.file": FieldRule("P4", export="no", erase="key"),
    "Upload.columns": _JOB,
    "Upload.state": _JOB,
    "Upload.failure": _JOB,
    "Upload.rows": _JOB,
    "Upload.done_rows": _JOB,
    "Upload.made_at": _JOB,
    "Upload.touched_at": _JOB,
    "Upload.finished_at": _JOB,
    "Upload.summary": _JOB,
    "Upload.mended": _SEALED,
    "Upload.findings": _SEALED,
    "Upload.roll": _SEALED,
}
