"""The first real input: requests and offers published by Lern-Fair. Left out where it is not at hand."""

import json
import os
from pathlib import Path

import pytest

from matchmaker.command import main
from scripts.lernfair import convert

BESIDE = Path(__file__).parents[2].parent / "shared" / "data"
DATA = Path(os.environ.get("CAIRN_REAL_DATA", BESIDE)) / "lernfair"
pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason=f"Lern-Fair's data is not at {DATA} (set CAIRN_REAL_DATA)"
)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    convert(DATA, tmp_path)
    return [
        word for side in ("mentors", "mentees") for word in (f"--{side}", str(tmp_path / f"{side}.csv"))
    ] + [
        "--rules",
        str(tmp_path / "rules.toml"),
    ]


def test_everybody_who_asked_is_matched_when_all_are_there_at_once(files: list[str], tmp_path: Path) -> None:
    assert (
        main(["match", *files, "--out", str(tmp_path / "pairs.csv"), "--report", str(tmp_path / "r.json")])
        == 0
    )
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (report["matched"], len(report["unmatched"]), round(report["gap"], 6)) == (357, 0, 0)


def test_every_cell_can_be_read(files: list[str]) -> None:
    assert main(["check", *files]) == 0


def test_rolling_rounds_match_nearly_everybody_within_a_fortnight(files: list[str], tmp_path: Path) -> None:
    assert main(["replay", *files, "--every", "10d", "--report", str(tmp_path / "r.json")]) == 0
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert report["matches"] >= 350
    assert report["mean_shared_skills"] > 1.6
    assert report["mean_wait_days_mentee"] < 14
