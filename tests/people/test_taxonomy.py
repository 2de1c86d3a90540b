"""Skills are found however they are typed."""

import csv
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from cairn.people.taxonomy import taxonomy
from cairn.people.taxonomy.taxonomy import Taxonomy

EXCEL = "onet:microsoft-excel"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("excel", EXCEL),
        ("MS Excel", EXCEL),
        ("  spreadsheets ", EXCEL),
        ("Excel skills", EXCEL),
        ("K8s", "onet:kubernetes"),
        ("js", "onet:javascript"),
        ("C++", "onet:c++"),
        ("c#", "onet:c#"),
        ("public speaking", "cairn:presenting"),
        ("Reden halten", "cairn:presenting"),
        ("prise de parole en public", "cairn:presenting"),
        ("CC0", "cairn:open-licences"),
        ("Mathe", "cairn:maths"),
        ("career change", "cairn:career-change"),
    ],
)
def test_a_skill_is_found_by_what_people_type(typed: str, code: str) -> None:
    skill = taxonomy.skills().find(typed)
    assert skill is not None
    assert skill.code == code


def test_a_word_nobody_knows_is_not_guessed() -> None:
    assert taxonomy.skills().find("underwater basket weaving") is None


@pytest.mark.parametrize(("slip", "label"), [("Exel", "Microsoft Excel"), ("kubernets", "Kubernetes")])
def test_one_slip_of_the_finger_is_understood(slip: str, label: str) -> None:
    near = taxonomy.skills().nearest(slip)
    assert near is not None
    assert near.label == label


def test_short_words_are_never_corrected() -> None:
    assert taxonomy.skills().nearest("exl") is None


def test_suggestions_begin_with_the_exact_word() -> None:
    assert [skill.label for skill in taxonomy.skills().suggest("java", limit=2)] == ["Java", "JavaScript"]


def test_suggestions_are_as_many_as_asked_for_and_none_twice() -> None:
    found = taxonomy.skills().suggest("c", limit=7)
    assert len({skill.code for skill in found}) == 7


def test_nothing_typed_suggests_nothing() -> None:
    assert taxonomy.skills().suggest("  ") == []


def test_siblings_share_the_wider_skill() -> None:
    known = taxonomy.skills()
    assert known.parent("onet:python") == "cairn:programming"
    assert "onet:go" in known.siblings("onet:python")
    assert "onet:python" not in known.siblings("onet:python")


def test_every_parent_is_a_skill() -> None:
    known = taxonomy.skills()
    with (taxonomy.DATA / "skills.tsv").open(encoding="utf-8") as lines:
        parents = {row["parent"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}
    assert {parent for parent in parents if parent and parent not in known} == set()


def test_roles_are_found_by_the_titles_people_have() -> None:
    role = taxonomy.roles().find("software developer")
    assert role is not None
    assert role.label == "Software Developers"


def test_the_official_downloads_are_read(tmp_path: Path) -> None:
    onet, esco, out = tmp_path / "onet", tmp_path / "esco", tmp_path / "out"
    onet.mkdir()
    esco.mkdir()
    (onet / "Technology Skills.txt").write_text(
        "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\n"
        + "15-1252.00\tMicrosoft Excel\t43232110\tSpreadsheet software\tY\tY\n" * 3
    )
    (onet / "Content Model Reference.txt").write_text(
        "Element ID\tElement Name\tDescription\n2.B\tCross-Functional Skills\t\n2.B.1\tSocial Skills\t\n"
    )
    (onet / "Occupation Data.txt").write_text(
        "O*NET-SOC Code\tTitle\tDescription\n15-1252.00\tDevelopers\tx\n"
    )
    (onet / "Alternate Titles.txt").write_text(
        "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)\n15-1252.00\tCoder\tn/a\t08\n"
    )
    (esco / "skills_en.csv").write_text(
        "conceptType,conceptUri,preferredLabel,altLabels,description\n"
        'Skill,http://data.europa.eu/esco/skill/aa,weave baskets,"weaving baskets\nbasketry",x\n'
        "Skill,http://data.europa.eu/esco/skill/bb,handicraft techniques,,x\n"
    )
    (esco / "broaderRelationsSkillPillar_en.csv").write_text(
        "conceptType,conceptUri,broaderType,broaderUri\n"
        "Skill,http://data.europa.eu/esco/skill/aa,Skill,http://data.europa.eu/esco/skill/bb\n"
    )
    call_command("build_taxonomy", onet=onet, esco=esco, out=out, verbosity=0)
    built = Taxonomy(out / "skills.tsv")
    baskets = built.find("Basketry")
    assert baskets is not None
    wider = built.label(built.parent(baskets.code) or "")
    assert (baskets.label, wider) == ("weave baskets", "handicraft techniques")
    assert Taxonomy(out / "roles.tsv").find("coder") is not None


def test_a_folder_without_the_download_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"Technology Skills\.txt"):
        call_command("build_taxonomy", onet=tmp_path, esco=tmp_path, out=tmp_path)
