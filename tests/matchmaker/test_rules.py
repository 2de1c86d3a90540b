import pytest

from matchmaker import Refusal, Rules

TOML = """
[columns]
id = "id"
zone = "zone"
arrived = "arrived_at"
mentor.capacity = "capacity"
group = ["gender"]

[[criterion]]
kind = "skills"
mentor = "subjects"
mentee = "subjects"
level = "grade"
weight = 0.6

[[criterion]]
kind = "waiting"
weight = 0.3

[round]
aim = "most_matched"
minimum_fit = 0.0
"""


def test_rules_are_read_from_toml() -> None:
    rules = Rules.parse(TOML)
    assert [(one.id, one.kind, one.weight, dict(one.options)) for one in rules.criteria] == [
        ("skills", "skills", 0.6, {"level": "grade"}),
        ("waiting", "waiting", 0.3, {}),
    ]
    assert (rules.column("mentor", "capacity"), rules.column("mentee", "capacity")) == ("capacity", None)
    assert (rules.column("mentor", "zone"), rules.column("mentee", "zone"), rules.groups) == (
        "zone",
        "zone",
        ("gender",),
    )


def test_rules_survive_being_stored() -> None:
    rules = Rules.parse(TOML)
    assert Rules.from_mapping(rules.mapping()) == rules


def test_criteria_of_one_kind_get_ids_of_their_own() -> None:
    same = {"kind": "same", "mentor": "a", "mentee": "a"}
    assert [one.id for one in Rules.from_mapping({"criterion": [same, same]}).criteria] == ["same", "same-2"]


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        ({"criterion": [{"kind": "skils"}]}, 'The criterion kind "skils" is not known'),
        ({"criterion": [{"kind": "same", "mentor": "a", "wieght": 1}]}, 'Did you mean "weight"'),
        ({"criterion": [{"kind": "same", "mentor": "a", "weight": "much"}]}, "has to be a number"),
        ({"criterion": [{"kind": "same", "mentor": "a", "weight": -1}]}, "a weight from 0 on"),
        ({"criterion": [{"kind": "same"}]}, "has to name its columns"),
        ({"criterion": {"kind": "same"}}, "with two brackets"),
        ({"round": {"aim": "best"}}, 'The aim "best" is not known'),
        ({"round": {"minimum_fit": "high"}}, "minimum_fit cannot be 'high'"),
        ({"rounds": {}}, 'Did you mean "round"'),
        ({"columns": {"capacity": 3}}, "the name of a column in quotes"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_mend(mapping: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        Rules.from_mapping(mapping)


def test_rules_that_are_no_toml_say_where() -> None:
    with pytest.raises(Refusal, match="not readable as TOML: Expected"):
        Rules.parse("[columns")
