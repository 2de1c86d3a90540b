"""What mentorships do by themselves each night: rests end, goodbyes begin, silences are asked about."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from cairn.accounts.organisation import Organisation
from cairn.kernel import clock
from cairn.mentorships.ending import Ending
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pause import Pause
from cairn.mentorships.steps import COMPLETED, INACTIVE
from cairn.programmes.programme import Programme


def night() -> None:
    """Each organisation by its own clock, each programme by its own timers."""
    living = Mentorship.objects.living()
    for organisation in Organisation.objects.filter(Exists(living.filter(organisation=OuterRef("pk")))):
        with clock.shift_by(organisation.clock_shift):
            for pause in Pause.objects.of(organisation).due(clock.today()).select_related("mentorship"):
                pause.end()
            here = Programme.objects.of(organisation)
            for programme in here.filter(Exists(living.filter(programme=OuterRef("pk")))):
                tend(programme)


def tend(programme: Programme) -> None:
    """What is due in one programme now."""
    timers, here = programme.timers(), Mentorship.objects.in_programme(programme)
    now, today = clock.now(), clock.today()
    for mentorship in here.closing_due(today, days=timers.closing_days):
        mentorship.begin_closing()
    for mentorship in here.overdue(today, grace=timers.idle_grace_days):
        Ending.end(mentorship, how=COMPLETED if mentorship.times_met else INACTIVE)
    for mentorship in here.inactive(now, grace=timers.idle_grace_days):
        Ending.end(mentorship, how=INACTIVE)
    for mentorship in here.idle(now, days=timers.idle_days):
        mentorship.ask_whether_it_goes_on()
