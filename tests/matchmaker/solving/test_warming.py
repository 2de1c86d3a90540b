"""The first round on a page must not wait for a compiler."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from matchmaker.solving import (
    auction,
    cardinality,
    exact,
    joining,
    market,
    pricing,
    repair,
    stable,
)
from matchmaker.solving.warming import warm

KERNELS: tuple[Any, ...] = (
    auction.bid_up, repair.offer_free, market.turned, cardinality._grow, exact._seat_all, joining._seat_all,
    pricing.profits_at, pricing.total_of, stable._propose,
)  # fmt: skip


def test_after_warming_every_kernel_is_compiled_and_kept_on_disk() -> None:
    warm()
    for kernel in KERNELS:
        assert kernel.signatures, kernel
        assert list(Path(kernel.stats.cache_path).glob("*.nbi")), kernel
