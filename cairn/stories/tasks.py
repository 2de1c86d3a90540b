"""What this room does by itself each night."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, OuterRef

from cairn.accounts.organisation import Organisation
from cairn.kernel import clock
from cairn.people.person import Person
from cairn.programmes.programme import Programme
from cairn.stories.flash import Flash
from cairn.stories.follow import Follow
from cairn.stories.impact import Impact
from cairn.stories.served import Served, choose, week_of
from cairn.stories.wish import begin_waiting

#: A question about the impact that nobody answers is let go after so long.
PATIENCE = timedelta(days=14)


def night() -> None:
    """Ask what came of flashes, let old ones go, begin what had no place yet; each by its own clock."""
    flashes = Flash.objects.all()
    for organisation in Organisation.objects.filter(Exists(flashes.filter(organisation=OuterRef("pk")))):
        with clock.shift_by(organisation.clock_shift):
            here = Programme.objects.of(organisation)
            for programme in here.filter(Exists(flashes.filter(programme=OuterRef("pk")))):
                tend(programme)
    begin_waiting()
    following = Follow.objects.all()
    for organisation in Organisation.objects.filter(Exists(following.filter(organisation=OuterRef("pk")))):
        with clock.shift_by(organisation.clock_shift):
            choose_for_the_week(organisation)


def choose_for_the_week(organisation: Organisation) -> None:
    """Choose for everybody who follows somebody; on most nights there is nothing left to do."""
    followers = Follow.objects.of(organisation).values("person")
    chosen = Served.objects.of(organisation).filter(week=week_of(clock.today())).values("person")
    for person in Person.objects.filter(pk__in=followers).exclude(pk__in=chosen):
        choose(person)


def tend(programme: Programme) -> None:
    """What is due among the flashes of one programme."""
    flashes, now = Flash.objects.filter(programme=programme).with_people(), clock.now()
    for flash in flashes.impact_due(now - timedelta(days=programme.timers().impact_days)):
        Impact.ask(flash)
    for flash in flashes.fading(now - PATIENCE):
        flash.complete()
