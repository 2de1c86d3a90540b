"""Third-party modules, fonts and icons that npm fetched, as static files under /static/vendor/.

Only what package.json names under `cairn.served` is offered: a folder of modules holds thousands of files
that no page asks for.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage


class VendorStorage(FileSystemStorage):
    """The folder of fetched modules, seen under the name `vendor/`."""

    prefix = "vendor"


class VendorFinder(BaseFinder):
    """Finds `vendor/<package>/<path>` in node_modules."""

    @cached_property
    def folder(self) -> Path:
        """Where npm put the modules."""
        return Path(settings.BASE_DIR) / "node_modules"

    @cached_property
    def names(self) -> set[str]:
        """Every file on offer, as `package/path`."""
        served = json.loads((self.folder.parent / "package.json").read_text(encoding="utf-8"))["cairn"][
            "served"
        ]
        found = (path for pattern in served for path in self.folder.glob(pattern) if path.is_file())
        return {path.relative_to(self.folder).as_posix() for path in found}

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:  # noqa: FBT001, FBT002 - Django asks so
        """The file behind `vendor/…`, or nothing."""
        name = path.removeprefix("vendor/")
        if name == path or name not in self.names:
            return []
        place = str(self.folder / name)
        return [place] if find_all else place

    def list(self, _ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, VendorStorage]]:
        """All of them, for collectstatic."""
        storage = VendorStorage(location=self.folder)
        for name in sorted(self.names):
            yield name, storage
