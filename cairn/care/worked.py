"""What worked before: how often an act was followed by an end of its cause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, F, Q

from cairn.care.rescue_act import RescueAct
from cairn.kernel import clock

if TYPE_CHECKING:
    from cairn.accounts.organisation import Organisation

#: An act gets the credit when its cause is gone within this time.
SOON = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class Worked:
    """`helped` of `tried`; acts that are still too fresh to tell are not counted."""

    tried: int
    helped: int


def worked_before(organisation: Organisation) -> Mapping[tuple[str, str], Worked]:
    """(code, act) → how it went, in the whole organisation; one query."""
    told = Q(signal__solved_at__isnull=False) | Q(at__lt=clock.now() - SOON)
    helped = Q(signal__solved_at__gte=F("at"), signal__solved_at__lte=F("at") + SOON)
    rows = RescueAct.objects.of(organisation).filter(told).order_by().values_list("signal__code", "act")
    counted = rows.annotate(tried=Count("id"), helped=Count("id", filter=helped))
    return {(code, act): Worked(tried, helped) for code, act, tried, helped in counted}
