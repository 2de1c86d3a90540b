"""What each field of this room is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule, tenant_fields

_MINE = FieldRule("P2")
_HOUSE = FieldRule("P2", export="no")
_WORDS = FieldRule("P3", erase="key")
_PUBLIC = FieldRule("P1")
_SHOWN = {
    "RoleModel": "programme person started advice experiences made_at shown_at",
    "PathStep": "role_model position kind when title words",
    "Story": "role_model words posted_at",
    "Reply": "asked words at",
    "LiveAnswer": "role_model meeting month",
}
_PLAIN = {
    "Adoption": "step person goal at",
    "Asked": "role_model asker words anonymous month asked_at",
    "Flash": "programme mentorship meeting asker expert topic asked_at",
    "Follow": "role_model person mentorship at",
    "Giving": "person a_month",
    "Impact": "flash asked_at",
    "Looking": "person experiences",
    "Served": "person role_model story week position",
    "TakeDown": "programme subject author by reason at",
    "UnmetTopic": "programme person code words month",
    "Upvote": "asked person at",
    "Wish": "flash person more at",
}
_KEPT_BY_THE_HOUSE = {"MonthPlace": "person month number flash", "OpenPlace": "person number flash"}

PRIVACY: dict[str, FieldRule] = {
    **{
        name: rule
        for model in {*_SHOWN, *_PLAIN, *_KEPT_BY_THE_HOUSE}
        for name, rule in tenant_fields(model).items()
    },
    **{f"{model}.{field}": _PUBLIC for model, fields in _SHOWN.items() for field in fields.split()},
    **{f"{model}.{field}": _MINE for model, fields in _PLAIN.items() for field in fields.split()},
    **{
        f"{model}.{field}": _HOUSE for model, fields in _KEPT_BY_THE_HOUSE.items() for field in fields.split()
    },
    "Flash.question": _WORDS,
    "Flash.tried": _WORDS,
}
