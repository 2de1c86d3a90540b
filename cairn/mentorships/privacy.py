"""What each field of this room is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule, tenant_fields

_MINE = FieldRule("P2")
_HOUSE = FieldRule("P2", export="no")
_BY = FieldRule("P2", erase="blank")
_WORDS = FieldRule("P3", erase="key")


def _rules(model: str, *, plain: str, words: str = "", by: str = "") -> dict[str, FieldRule]:
    """The rules of one noun: its plain facts, its private words, and who did something."""
    kinds = ((plain, _MINE), (words, _WORDS), (by, _BY))
    stated = {f"{model}.{field}": rule for fields, rule in kinds for field in fields.split()}
    return {**tenant_fields(model), **stated}


PRIVACY: dict[str, FieldRule] = {
    **_rules(
        "Mentorship",
        plain="programme format begun_at state term ends_on times_met met_at heard_at asked_at closed_as "
        "closed_at",
    ),
    "Mentorship.origin": _HOUSE,
    **_rules("Member", plain="mentorship person side left_at"),
    **_rules(
        "Agreement",
        plain="mentorship version rhythm_days minutes channel response_days notes_shared recording ends_on "
        "at agreed_at",
        words="terms",
        by="by",
    ),
    **_rules("Consent", plain="agreement person at"),
    **_rules(
        "Goal",
        plain="mentorship owner weight state level confidence_before confidence_after shared adjusts set_at "
        "moved_at closed_at",
        words="title levels",
    ),
    **_rules(
        "Action",
        plain="mentorship owner goal due_on state carried shared set_at settled_at",
        words="when then",
    ),
    **_rules("Pause", plain="mentorship since until ended_at", words="reason", by="by"),
    **_rules("Ending", plain="mentorship how another at", words="reason", by="by"),
    **_rules("Farewell", plain="mentorship person term choice at", words="stays thanks"),
    **_rules("HotSeat", plain="mentorship person number occasion round_at at", words="case"),
    **_rules("Hearing", plain="seat mentorship step person at", words="words"),
    **_rules("Pledge", plain="mentorship person kind at"),
    **_rules("Change", plain="mentorship person kind at", words="words"),
    **_rules("SponsorAct", plain="mentorship of kind at taken_up_at", words="words", by="by"),
    **_rules("Half", plain="mentorship occasion person minutes at"),
    **tenant_fields("Seat"),
    "Seat.enrolment": _HOUSE,
    "Seat.number": _HOUSE,
    "Seat.held_for": _HOUSE,
    "Seat.mentorship": _HOUSE,
    "Seat.at": _HOUSE,
}
