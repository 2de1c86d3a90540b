"""What each field of this room is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule, tenant_fields

_PROGRAMME = FieldRule("P0", export="no", erase="keep")
_PART = FieldRule("P2")

PRIVACY: dict[str, FieldRule] = {
    **tenant_fields("Programme"),
    "Programme.name": _PROGRAMME,
    "Programme.slug": _PROGRAMME,
    "Programme.purpose": _PROGRAMME,
    "Programme.question_set": _PROGRAMME,
    "Programme.state": _PROGRAMME,
    "Programme.made_at": _PROGRAMME,
    **tenant_fields("ProgrammeSettings"),
    "ProgrammeSettings.programme": _PROGRAMME,
    "ProgrammeSettings.version": _PROGRAMME,
    "ProgrammeSettings.document": _PROGRAMME,
    "ProgrammeSettings.by": FieldRule("P2", erase="blank"),
    "ProgrammeSettings.at": _PROGRAMME,
    **tenant_fields("Coordination"),
    "Coordination.programme": _PART,
    "Coordination.person": _PART,
    "Coordination.since": _PART,
    **tenant_fields("Enrolment"),
    "Enrolment.programme": _PART,
    "Enrolment.person": _PART,
    "Enrolment.side": _PART,
    "Enrolment.capacity": _PART,
    "Enrolment.hours_a_month": _PART,
    "Enrolment.goal": _PART,
    "Enrolment.level": _PART,
    "Enrolment.arrived_at": _PART,
    "Enrolment.external_id": _PART,
    "Enrolment.formats": _PART,
    **tenant_fields("Departure"),
    "Departure.enrolment": _PART,
    "Departure.at": _PART,
    "Departure.by": FieldRule("P2", export="no", erase="blank"),
    "Departure.why": _PART,
    **tenant_fields("Clearance"),
    "Clearance.enrolment": _PART,
    "Clearance.kind": _PART,
    "Clearance.at": _PART,
    "Clearance.until": _PART,
}
