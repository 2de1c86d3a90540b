"""Where somebody stands, asked at most once while one page is made."""

from functools import cached_property
from uuid import UUID

from cairn.people.block import kept_apart_from
from cairn.people.person import Person
from cairn.people.role import ADMINISTRATOR
from cairn.programmes.coordination import Coordination
from cairn.programmes.enrolment import Enrolment
from cairn.programmes.programme import Programme


class Standing:
    """The programmes of one person, by id, and whom they never meet.

    Each answer is asked when first needed, in small queries, and then kept: make one for a page, not for
    longer. It says what `Programme.objects.visible_to` and `taken_part_in_by` say, without writing their SQL
    into every question that builds on them.
    """

    def __init__(self, person: Person) -> None:
        self.person = person

    @cached_property
    def looks_after(self) -> frozenset[UUID]:
        """The programmes this person coordinates; for an administrator, all of the organisation."""
        if self.person.holds(ADMINISTRATOR):
            return frozenset(
                Programme.objects.filter(organisation=self.person.organisation_id).values_list(
                    "pk", flat=True
                )
            )
        run = Coordination.objects.filter(
            person=self.person, programme__organisation=self.person.organisation_id
        )
        return frozenset(run.values_list("programme", flat=True))

    @cached_property
    def takes_part_in(self) -> frozenset[UUID]:
        """The programmes this person is a mentor or a mentee in, and has not left."""
        places = Enrolment.objects.filter(person=self.person, departure__isnull=True)
        return frozenset(places.order_by().values_list("programme", flat=True))

    @cached_property
    def apart_from(self) -> frozenset[UUID]:
        """Everybody who is never brought together with this person, whoever said so."""
        return frozenset(kept_apart_from(self.person))
