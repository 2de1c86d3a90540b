"""What each field of this room is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule, tenant_fields

_WHEN = FieldRule("P2")
_HOUSE = FieldRule("P2", export="no")
_WORDS = FieldRule("P3", erase="key")
_PLAIN = {
    "Absence": ("meeting", "person", "by", "at"),
    "AgendaItem": ("meeting", "block", "author", "source", "ref", "at"),
    "Attendee": ("meeting", "person", "role", "answer", "came", "seat", "tapped_at", "objected_at",
                 "reviewed_at"),
    "Busy": ("person", "starts_at", "ends_at", "source", "uid"),
    "Cancellation": ("meeting", "by", "late", "at"),
    "DayException": ("person", "day", "start", "end", "free"),
    "Habits": ("person", "buffer_minutes", "notice_hours", "per_day", "minutes_preferred"),
    "Lateness": ("meeting", "by", "minutes", "at"),
    "Letter": ("meeting", "person", "block", "position", "answered_at"),
    "Meeting": (
        "mentorship", "programme", "kind", "state", "title", "starts_at", "ends_at", "zone", "place",
        "series", "number", "seats", "by", "made_at", "held_at",
    ),
    "Note": ("meeting", "block", "author", "shared", "at"),
    "OfficeHours": (
        "programme", "host", "topic", "weekday", "start", "end", "minutes", "per_week", "made_at", "ended_at",
    ),
    "Rescheduling": ("meeting", "by", "moved_from", "moved_to", "late", "at"),
    "Series": (
        "mentorship", "by", "first_day", "minute", "minutes", "zone", "every_weeks", "count", "made_at",
    ),
}  # fmt: skip
_KEPT_BY_THE_HOUSE = {
    "DayPlace": ("person", "day", "number", "meeting", "until"),
    "Meeting": ("uid", "sequence", "held_until", "over_at"),
    "OfficePlace": ("office", "week", "number", "meeting"),
    "Taken": ("person", "quarter", "meeting", "until"),
}

PRIVACY: dict[str, FieldRule] = {
    **{name: rule for model in {*_PLAIN, *_KEPT_BY_THE_HOUSE} for name, rule in tenant_fields(model).items()},
    **{f"{model}.{field}": _WHEN for model, fields in _PLAIN.items() for field in fields},
    **{f"{model}.{field}": _HOUSE for model, fields in _KEPT_BY_THE_HOUSE.items() for field in fields},
    "AgendaItem.body": _WORDS,
    "Note.body": _WORDS,
    "Letter.body": _WORDS,
}
