"""Joining a circle that is already on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.conversations.thread import Thread
from cairn.mentorships import gathering
from cairn.mentorships.member import Member
from cairn.mentorships.refusal import Refused

if TYPE_CHECKING:
    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person
    from cairn.programmes.enrolment import Enrolment


@transaction.atomic
def join(mentorship: Mentorship, enrolment: Enrolment, *, by: Person | None) -> Member:
    """One more, in the place held for them or a free one; refused where the circle no longer takes anybody,
    and raises Full where they have no place. Joining twice is joining once.
    """
    mentorship.lock_living(None)
    here = Member.objects.present().filter(mentorship=mentorship)
    if found := here.filter(person=enrolment.person_id).first():
        return found
    group = mentorship.kind.group
    most = (group.max + group.leaders) if group.max else here.count() + 1
    late = group.late_until and mentorship.times_met >= group.late_until
    if late or here.count() >= most:
        raise Refused("no_longer_open", _("This circle no longer takes anybody in. The next one will."))
    gathering.take_places(mentorship, [enrolment])
    others = list(here)
    (member,) = gathering.seat(mentorship, [(enrolment, enrolment.side)])
    gathering.tie_to(mentorship, member, others)
    for thread in Thread.objects.of_origin(mentorship.pk):
        thread.join(enrolment.person)
    mentorship.record("mentorship.joined", by, person=enrolment.person_id)
    return member
