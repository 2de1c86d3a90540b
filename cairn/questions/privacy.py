"""What each field of this room is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule, tenant_fields

_VOCABULARY = FieldRule("P0", export="no", erase="keep")

PRIVACY: dict[str, FieldRule] = {
    **tenant_fields("QuestionSet"),
    "QuestionSet.name": _VOCABULARY,
    **tenant_fields("Question"),
    "Question.question_set": _VOCABULARY,
    "Question.code": _VOCABULARY,
    "Question.label": _VOCABULARY,
    "Question.kind": _VOCABULARY,
    "Question.position": _VOCABULARY,
    **tenant_fields("Option"),
    "Option.question": _VOCABULARY,
    "Option.code": _VOCABULARY,
    "Option.label": _VOCABULARY,
    "Option.position": _VOCABULARY,
    "Option.retired": _VOCABULARY,
    **tenant_fields("Answer"),
    "Answer.person": FieldRule("P1"),
    "Answer.question": FieldRule("P1"),
    "Answer.value": FieldRule("P1"),
}
