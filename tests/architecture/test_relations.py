"""Foreign keys are given as strings, which no import contract sees; so this does."""

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from cairn.accounts.tenancy import TenantRecord
from tests.architecture.plan import floors

Relation = Any

OURS = [
    model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("cairn.")
]
RELATIONS = [
    field
    for model in OURS
    for field in model._meta.get_fields()
    if isinstance(field, models.ForeignKey | models.ManyToManyField)
    and field.related_model._meta.app_label in floors()
]
ACROSS = [field for field in RELATIONS if field.related_model._meta.app_label != field.model._meta.app_label]


def name(field: Relation) -> str:
    return f"{field.model._meta.label}.{field.name}"


@pytest.mark.parametrize("field", RELATIONS, ids=name)
def test_a_relation_points_down_or_stays_in_its_room(field: Relation) -> None:
    here, there = field.model._meta.app_label, field.related_model._meta.app_label
    assert here == there or floors()[there] < floors()[here]


@pytest.mark.parametrize("field", ACROSS, ids=name)
def test_a_relation_across_rooms_has_no_way_back(field: Relation) -> None:
    assert field.remote_field.related_name == "+"


@pytest.mark.parametrize("field", ACROSS, ids=name)
def test_a_relation_across_rooms_protects_what_it_points_at(field: Relation) -> None:
    assert field.remote_field.on_delete is models.PROTECT


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_row_of_an_organisation_says_whose_it_is(model: type[models.Model]) -> None:

    ours_alone = {
        "accounts",
        "journal",
        "vault",
    }  # the ground rows stand on; they name their owner themselves
    assert issubclass(model, TenantRecord) or model._meta.app_label in ours_alone


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_constraint_has_a_name_of_its_own(model: type[models.Model]) -> None:
    names = [constraint.name for constraint in model._meta.constraints]
    assert len(names) == len(set(filter(None, names)))
