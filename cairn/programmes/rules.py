"""May they? What coordinators and participants of a programme may do."""

from typing import TYPE_CHECKING

from cairn.people.person import Person, PersonQuerySet
from cairn.people.role import ADMINISTRATOR
from cairn.programmes.coordination import Coordination
from cairn.programmes.enrolment import Enrolment
from cairn.programmes.programme import Programme

if TYPE_CHECKING:
    from cairn.programmes.programme import Programme as ProgrammeRow


def may_coordinate(person: "Person", programme: "ProgrammeRow") -> bool:
    """Import, match, publish in this programme."""
    may: bool = Programme.objects.visible_to(person).filter(pk=programme.pk).exists()
    return may


def may_found(person: "Person") -> bool:
    """Start a programme: whoever already runs one, and administrators, who may run all."""
    runs_one = Coordination.objects.filter(person=person).exists()
    return runs_one or person.holds(ADMINISTRATOR)


def people_seen_by(person: "Person") -> PersonQuerySet:
    """Everybody this person may see, through ties or through a programme."""
    by_programme = Enrolment.objects.visible_to(person).values("person")
    seen: PersonQuerySet = Person.objects.visible_to(person) | Person.objects.filter(pk__in=by_programme)
    return seen
