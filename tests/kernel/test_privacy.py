"""A field's rule must decide something."""

import pytest

from cairn.kernel.privacy import FieldRule, tenant_fields


@pytest.mark.parametrize("words", [("P7", "yes", "row"), ("P1", "", "row"), ("P1", "yes", "")])
def test_a_rule_that_decides_nothing_is_refused(words: tuple[str, str, str]) -> None:
    with pytest.raises(ValueError, match="not a privacy rule"):
        FieldRule(*words)


def test_every_tenant_row_has_the_same_two_rules() -> None:
    assert sorted(tenant_fields("Person")) == ["Person.id", "Person.organisation"]
