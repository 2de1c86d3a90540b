"""What time alone gives reason to ask: a pulse every few weeks, the end, and a while after it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast

from cairn.care.asking import LAPSED, Asking
from cairn.care.planning import END, LATER, PULSE, SECOND, ask
from cairn.kernel import clock
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.steps import CLOSED, CLOSING, COMPLETED, WORKING

if TYPE_CHECKING:
    from cairn.accounts.organisation import Organisation
    from cairn.programmes.programme import Programme

#: After this long nobody is asked how it was any more.
TOO_LATE = timedelta(days=30)


def ask_in_time(programme: Programme) -> None:
    """What is due in one programme tonight; asking twice is asking once."""
    now = clock.now()
    for mentorship in pulse_due(programme, now).iterator():
        ask(mentorship, PULSE, mark=f"{now:%G-%V}")
    for mentorship in end_due(programme).iterator():
        ask(mentorship, END, mark=str(mentorship.term))
    for mentorship in later_due(programme, now).iterator():
        ask(mentorship, LATER)


def pulse_due(programme: Programme, now: datetime) -> QuerySet[Mentorship]:
    """At work, asked after the second meeting, and not again for six weeks."""
    asked = Asking.objects.filter(mentorship=OuterRef("pk"), moment__in=(SECOND, PULSE))
    lately = asked.filter(made_at__gt=now - timedelta(weeks=programme.timers().pulse_weeks))
    here = Mentorship.objects.in_programme(programme).awake().filter(state=WORKING)
    found: QuerySet[Mentorship] = here.filter(Exists(asked), ~Exists(lately))
    return found


def end_due(programme: Programme) -> QuerySet[Mentorship]:
    """Saying goodbye, and not asked yet in this term."""
    term = Cast(OuterRef("term"), CharField())
    asked = Asking.objects.filter(mentorship=OuterRef("pk"), moment=END, mark__startswith=term)
    here = Mentorship.objects.in_programme(programme).filter(state=CLOSING, times_met__gte=1)
    found: QuerySet[Mentorship] = here.filter(~Exists(asked))
    return found


def later_due(programme: Programme, now: datetime) -> QuerySet[Mentorship]:
    """Ended well a quarter of a year ago."""
    until = now - timedelta(days=programme.timers().later_days)
    asked = Asking.objects.filter(mentorship=OuterRef("pk"), moment=LATER)
    ended = Mentorship.objects.in_programme(programme).filter(state=CLOSED, closed_as=COMPLETED)
    found: QuerySet[Mentorship] = ended.filter(
        ~Exists(asked), closed_at__lte=until, closed_at__gt=until - TOO_LATE
    )
    return found


def let_lapse(organisation: Organisation, now: datetime) -> int:
    """What nobody answered in time is over, without a word."""
    stale: int = Asking.objects.of(organisation).stale(now).update(state=LAPSED)
    return stale
