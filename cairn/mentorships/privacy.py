"""What each field of this room is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule, tenant_fields

_MINE = FieldRule("P2")
_HOUSE = FieldRule("P2", export="no")

PRIVACY: dict[str, FieldRule] = {
    **tenant_fields("Mentorship"),
    "Mentorship.programme": _MINE,
    "Mentorship.format": _MINE,
    "Mentorship.origin": _HOUSE,
    "Mentorship.begun_at": _MINE,
    **tenant_fields("Member"),
    "Member.mentorship": _MINE,
    "Member.person": _MINE,
    "Member.side": _MINE,
    **tenant_fields("Seat"),
    "Seat.enrolment": _HOUSE,
    "Seat.number": _HOUSE,
    "Seat.held_for": _HOUSE,
    "Seat.mentorship": _HOUSE,
    "Seat.at": _HOUSE,
}
