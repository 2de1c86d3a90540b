"""Every field of every table says what it is, and what export and erasure do with it."""

from importlib import import_module
from importlib.util import find_spec

import pytest
from django.apps import apps

from cairn.kernel.privacy import FieldRule
from cairn.vault.sealed import SealedJSONField, SealedTextField

WORDY = {"CharField", "TextField", "JSONField", "EmailField"}
CODE = 40  # a text as short as this holds a code, not somebody's words
ROOMS = [config.label for config in apps.get_app_configs() if config.name.startswith("cairn.")]


def fields(room: str) -> set[str]:
    models = apps.get_app_config(room).get_models(include_auto_created=True)
    return {f"{model.__name__}.{field.name}" for model in models for field in model._meta.local_fields}


def stated(room: str) -> dict[str, FieldRule]:
    module = f"cairn.{room}.privacy"
    return dict(import_module(module).PRIVACY) if find_spec(module) else {}


@pytest.mark.parametrize("room", ROOMS)
def test_every_field_has_a_rule_and_every_rule_a_field(room: str) -> None:
    assert set(stated(room)) == fields(room)


@pytest.mark.parametrize("room", ROOMS)
def test_strict_classes_are_sealed_or_hold_no_words(room: str) -> None:
    """P3 to P6 rest encrypted, unless the field is a mere pointer, moment, code or number."""
    bare = []
    for model in apps.get_app_config(room).get_models():
        for field in model._meta.local_fields:
            rule = stated(room).get(f"{model.__name__}.{field.name}", FieldRule("P0"))
            sealed = isinstance(field, SealedTextField | SealedJSONField)
            code = (getattr(field, "max_length", None) or CODE + 1) <= CODE
            wordless = sealed or code or field.get_internal_type() not in WORDY
            if rule.cls in {"P3", "P4", "P5"} and not wordless:
                bare.append(f"{model.__name__}.{field.name}")
    assert bare == []
