"""What each field of this room is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule, tenant_fields

_MINE = FieldRule("P2")
_HOUSE = FieldRule("P2", export="no")
_CHECK = FieldRule("P3", erase="key")
_BY = FieldRule("P2", erase="blank")


def _rules(
    model: str, *, mine: str = "", house: str = "", words: str = "", by: str = ""
) -> dict[str, FieldRule]:
    """The rules of one noun: what is somebody's, what the house works out, private words, and who acted."""
    kinds = ((mine, _MINE), (house, _HOUSE), (words, _CHECK), (by, _BY))
    stated = {f"{model}.{field}": rule for fields, rule in kinds for field in fields.split()}
    return {**tenant_fields(model), **stated}


PRIVACY: dict[str, FieldRule] = {
    **_rules(
        "Asking",
        mine="person mentorship meeting instrument moment side state made_at due_at lapses_at",
        house="mark about",
    ),
    **_rules("Answered", mine="asking at", words="answers scores"),
    "Answered.value": FieldRule("P3"),
    **_rules("Remark", mine="answered at", words="words"),
    **_rules("HealthReading", house="mentorship week at value band parts"),
    **_rules(
        "Signal",
        mine="mentorship person wish raised_at pair_told_at solved_at",
        house="programme code lead_told_at",
    ),
    **_rules("RescueAct", house="signal", mine="act at", words="words", by="by"),
}
