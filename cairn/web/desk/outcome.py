"""What people answered to a publication: counts, never who said why."""

from django.db.models import Count

from cairn.matching.proposal import STATES, Proposal
from cairn.matching.publication import Publication


def answers_to(publication: Publication) -> dict[str, int]:
    """Proposals by state, zero where there is none."""
    rows = (
        Proposal.objects.filter(publication=publication)
        .order_by()
        .values_list("state")
        .annotate(n=Count("pk"))
    )
    return {**dict.fromkeys(STATES, 0), **dict(rows)}
