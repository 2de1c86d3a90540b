"""The first round on a page must not wait for a compiler."""

from __future__ import annotations

from pathlib import Path

from matchmaker.solving import auction, bottleneck, cardinality, exact, keeping, market, pricing, repair, stable
from matchmaker.solving.warming import warm

KERNELS = (
    auction.bid_up, repair.offer_free, market.turned, cardinality._grow, exact._seat_all, keeping._seat_all,
    pricing.profits_at, pricing.total_of, stable._propose,
)  # fmt: skip


def test_after_warming_every_kernel_is_compiled_and_kept_on_disk() -> None:
    warm()
    assert bottleneck
    for kernel in KERNELS:
        assert kernel.signatures, kernel  # type: ignore[attr-defined]
        assert list(Path(kernel.stats.cache_path).glob("*.nbi")), kernel  # type: ignore[attr-defined]
