"""What care does by itself each night and each minute: each organisation by its own clock."""

from django.db.models import Exists, OuterRef

from cairn.accounts.organisation import Organisation
from cairn.care.answered import Remark
from cairn.care.asking import Asking
from cairn.care.health_reading import HealthReading
from cairn.care.signal import Signal
from cairn.care.timely import ask_in_time, let_lapse
from cairn.care.watching import tell, watch
from cairn.kernel import clock
from cairn.mentorships.mentorship import Mentorship
from cairn.programmes.programme import Programme


def minute() -> None:
    """Tell people of what the night found."""
    untold = Signal.objects.untold().filter(organisation=OuterRef("pk"))
    for organisation in Organisation.objects.filter(Exists(untold)):
        with clock.shift_by(organisation.clock_shift):
            tell(organisation)


def night() -> None:
    """Watch, ask what time gives reason to ask, forget what has been kept long enough."""
    here = Mentorship.objects.filter(organisation=OuterRef("pk"))
    for organisation in Organisation.objects.filter(Exists(here)):
        with clock.shift_by(organisation.clock_shift):
            watch(organisation)
            kept = Mentorship.objects.filter(programme=OuterRef("pk"))
            for programme in Programme.objects.of(organisation).filter(Exists(kept)):
                ask_in_time(programme)
            let_lapse(organisation, clock.now())
            Remark.objects.of(organisation).outworn(clock.now()).delete()
            HealthReading.objects.of(organisation).outworn(clock.now()).delete()
            Signal.objects.of(organisation).outworn(clock.now()).delete()
            Asking.objects.of(organisation).outworn(clock.now()).delete()
