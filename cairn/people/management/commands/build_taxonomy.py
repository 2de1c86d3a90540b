"""manage.py build_taxonomy --onet DIR --esco DIR."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cairn.people.taxonomy.building.compiling import roles_from, skills_from
from cairn.people.taxonomy.taxonomy import DATA

_NEEDED = (
    "Technology Skills.txt",
    "Content Model Reference.txt",
    "Occupation Data.txt",
    "Alternate Titles.txt",
)


class Command(BaseCommand):
    """Build the files of skills and roles from the unpacked downloads of O*NET (text) and ESCO (CSV)."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--onet", type=Path, required=True, help="folder of the O*NET text files")
        parser.add_argument("--esco", type=Path, required=True, help="folder of the ESCO CSV files")
        parser.add_argument(
            "--out", type=Path, default=DATA, help="where to write (default: into the package)"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        onet, esco, out = options["onet"], options["esco"], options["out"]
        missing = [name for name in _NEEDED if not (onet / name).exists()]
        if missing:
            message = f"{onet} lacks {', '.join(missing)}. Unpack the O*NET text download there."
            raise CommandError(message)
        if not any((esco / name).exists() for name in ("skills.csv", "skills_en.csv")):
            message = f"{esco} has neither skills.csv nor skills_en.csv. Unpack the ESCO CSV download there."
            raise CommandError(message)
        out.mkdir(parents=True, exist_ok=True)
        for name, lines in (
            ("skills.tsv", skills_from(onet_folder=onet, esco_folder=esco)),
            ("roles.tsv", roles_from(onet_folder=onet, esco_folder=esco)),
        ):
            (out / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
            self.stdout.write(f"{len(lines) - 1} lines written to {out / name}")
