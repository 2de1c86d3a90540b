"""What each field of the notices is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule, tenant_fields

_TOLD = FieldRule("P2", export="yes", erase="row")
_CHOSEN = FieldRule("P1", export="yes", erase="row")
_OURS = FieldRule("P0", export="no", erase="row")

PRIVACY = {
    **tenant_fields("SentMessage"),
    "SentMessage.person": _TOLD,
    "SentMessage.kind": _TOLD,
    "SentMessage.channel": _TOLD,
    "SentMessage.language": _TOLD,
    "SentMessage.subject_id": _TOLD,
    "SentMessage.errand_id": _OURS,
    "SentMessage.at": _TOLD,
    **tenant_fields("Envelope"),
    "Envelope.person": _TOLD,
    "Envelope.cls": _TOLD,
    "Envelope.sealed_at": _TOLD,
    **tenant_fields("Notice"),
    "Notice.person": _TOLD,
    "Notice.kind": _TOLD,
    "Notice.cls": _OURS,
    "Notice.topic": FieldRule("P2", export="no", erase="row"),
    "Notice.mark": _OURS,
    "Notice.data": FieldRule("P2", export="no", erase="row"),
    "Notice.state": _OURS,
    "Notice.made_at": _TOLD,
    "Notice.due_at": _OURS,
    "Notice.mails": _OURS,
    "Notice.seen_at": _TOLD,
    "Notice.envelope": _OURS,
    **tenant_fields("Mute"),
    "Mute.person": _CHOSEN,
    "Mute.kind": _CHOSEN,
    "Mute.at": _CHOSEN,
    **tenant_fields("Habit"),
    "Habit.person": _CHOSEN,
    "Habit.first": _CHOSEN,
    "Habit.batches": _CHOSEN,
    "Habit.quiet_from": _CHOSEN,
    "Habit.quiet_to": _CHOSEN,
    "Habit.quiet_weekend": _CHOSEN,
    "Habit.inspiring_days": _CHOSEN,
    "Habit.digest_day": _CHOSEN,
    "Habit.digest_minute": _CHOSEN,
    "Habit.digest_due_at": _OURS,
}
