"""Convert the requests and offers that Lern-Fair published (MIT licence) to the files of the command
`matchmaker`.

    python scripts/lernfair.py FOLDER OUT

FOLDER holds mentees.json and mentors.json; OUT receives mentees.csv, mentors.csv and rules.toml. One
request or offer becomes one row. A mandatory subject gets its `!`, an offer its grade range, "9. Klasse"
stays as it is, since the command reads the number in it. People who asked or offered more than once keep
one id over several rows. The records are pseudonymous and partly about minors: use them in the aggregate
only.
"""

import csv
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

RULES = """\
[columns]
id = "id"
arrived = "arrived_at"

[[criterion]]
kind = "skills"
mentor = "subjects"
mentee = "subjects"
level = "grade"
weight = 0.6
must = {must}

[[criterion]]
kind = "same"
mentor = "state"
mentee = "state"
weight = 0.1

[[criterion]]
kind = "waiting"
weight = 0.3

[round]
aim = "most_matched"
minimum_fit = 0.0
"""


def convert(folder: Path, out: Path) -> None:
    """Write the three files; `must` is on, so that nobody is matched without one wanted subject in common."""
    out.mkdir(parents=True, exist_ok=True)
    for side in ("mentees", "mentors"):
        records = json.loads((folder / f"{side}.json").read_text(encoding="utf-8"))
        _write(out / f"{side}.csv", (_row(record, side) for record in records))
    (out / "rules.toml").write_text(RULES.format(must="true"), encoding="utf-8")


def _row(record: dict[str, Any], side: str) -> dict[str, str]:
    subject = _wanted if side == "mentees" else _offered
    return {
        "id": f"{side[:-1]}-{record['person']:04}",
        "state": record["state"],
        "subjects": ";".join(subject(one) for one in record["subjects"]),
        "grade": record.get("grade", ""),
        "arrived_at": record["request_at"],
    }


def _wanted(subject: dict[str, Any]) -> str:
    return f"{subject['name']}{'!' if subject.get('mandatory') else ''}"


def _offered(subject: dict[str, Any]) -> str:
    low, high = subject.get("minGrade"), subject.get("maxGrade")
    return (
        f"{subject['name']}[{low}-{high}]" if low is not None and high is not None else str(subject["name"])
    )


def _write(path: Path, rows: Iterable[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as text:
        lines = csv.DictWriter(text, ("id", "state", "subjects", "grade", "arrived_at"), lineterminator="\n")
        lines.writeheader()
        lines.writerows(rows)


if __name__ == "__main__":
    if len(sys.argv) != 3:  # noqa: PLR2004  the command and its two folders
        sys.exit(__doc__)
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
