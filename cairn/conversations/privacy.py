"""What each field of this room is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule, tenant_fields

_WHEN = FieldRule("P2")
_HOUSE = FieldRule("P2", export="no")
_WORDS = FieldRule("P3", erase="key")
_MINE = FieldRule("P1")

PRIVACY: dict[str, FieldRule] = {
    **tenant_fields("Thread"),
    "Thread.kind": _WHEN,
    "Thread.origin": _HOUSE,
    "Thread.opened_at": _WHEN,
    "Thread.latest": _WHEN,
    "Thread.pulse": _HOUSE,
    "Thread.last_at": _WHEN,
    **tenant_fields("Participant"),
    "Participant.thread": _WHEN,
    "Participant.person": _WHEN,
    "Participant.joined_at": _WHEN,
    "Participant.left_at": _WHEN,
    "Participant.read_to": _WHEN,
    "Participant.read_at": _WHEN,
    "Participant.muted": _MINE,
    **tenant_fields("Message"),
    "Message.thread": _WHEN,
    "Message.author": _WHEN,
    "Message.body": _WORDS,
    "Message.client_id": _HOUSE,
    "Message.number": _WHEN,
    "Message.changed": _HOUSE,
    "Message.via": _WHEN,
    "Message.sent_at": _WHEN,
    "Message.edited_at": _WHEN,
    "Message.taken_back_at": _WHEN,
    **tenant_fields("Attachment"),
    "Attachment.message": _WHEN,
    "Attachment.file": FieldRule("P3"),
    "Attachment.kind": _WHEN,
    "Attachment.transcript": _WORDS,
    **tenant_fields("Draft"),
    "Draft.thread": _WHEN,
    "Draft.person": _WHEN,
    "Draft.body": _WORDS,
    "Draft.saved_at": _WHEN,
    **tenant_fields("Manner"),
    "Manner.person": _MINE,
    "Manner.shows_read": _MINE,
}
