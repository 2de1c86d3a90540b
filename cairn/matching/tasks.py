"""What matching does by itself: publications leave when their ten minutes are over; long runs are made."""

from __future__ import annotations

from django_tasks import task

from cairn.accounts.organisation import Organisation
from cairn.kernel import clock
from cairn.matching.making import Making
from cairn.matching.publication import Publication


def minute() -> None:
    """Send what is due, each organisation by its own clock."""
    waiting = Publication.objects.waiting().values("organisation_id")
    for organisation in Organisation.objects.filter(pk__in=waiting):
        with clock.shift_by(organisation.clock_shift):
            for publication in Publication.objects.of(organisation).due(clock.now()):
                publication.send()


@task()
def carry_on(making_id: str) -> None:
    """Make a run that was asked for."""
    making = Making.objects.select_related("programme__organisation", "by").get(pk=making_id)
    with clock.shift_by(making.programme.organisation.clock_shift):
        making.carry_on()
