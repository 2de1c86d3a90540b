"""What each field of this room is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule, tenant_fields

_MINE = FieldRule("P2")
_HOUSE = FieldRule("P2", export="no")
_WORDS = FieldRule("P3", erase="key")
_PLAIN = {
    "Flash": "programme mentorship meeting asker expert topic asked_at",
    "Giving": "person a_month",
    "Impact": "flash asked_at",
    "UnmetTopic": "programme person code words month",
    "Wish": "flash person more at",
}
_KEPT_BY_THE_HOUSE = {"MonthPlace": "person month number flash", "OpenPlace": "person number flash"}

PRIVACY: dict[str, FieldRule] = {
    **{name: rule for model in {*_PLAIN, *_KEPT_BY_THE_HOUSE} for name, rule in tenant_fields(model).items()},
    **{f"{model}.{field}": _MINE for model, fields in _PLAIN.items() for field in fields.split()},
    **{
        f"{model}.{field}": _HOUSE for model, fields in _KEPT_BY_THE_HOUSE.items() for field in fields.split()
    },
    "Flash.question": _WORDS,
    "Flash.tried": _WORDS,
}
