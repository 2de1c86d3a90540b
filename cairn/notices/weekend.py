"""Which days are days of rest where somebody lives."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "weekends.toml"
SATURDAY_AND_SUNDAY = frozenset({5, 6})


def weekend_in(zone: str) -> frozenset[int]:
    """Weekdays (0 is Monday) people of this zone have off."""
    return _by_zone().get(zone, SATURDAY_AND_SUNDAY)


@cache
def _by_zone() -> Mapping[str, frozenset[int]]:
    rows = tomllib.loads(_FILE.read_text(encoding="utf-8")).values()
    return {zone: frozenset(row["days"]) for row in rows for zone in row["zones"]}
