"""Everybody of a circle hears that it has begun, whoever leads it once."""

import pytest

from cairn.journal.draining import drain
from cairn.kernel import clock, ids
from cairn.matching.proposal import Proposal
from cairn.notices.notice import Notice
from cairn.programmes.enrolment import MENTEE, MENTOR
from tests import cast as players
from tests.cast import Cast


@pytest.mark.django_db(transaction=True)
def test_everybody_hears_that_the_circle_has_begun(cast: Cast) -> None:
    programme = players.programme("circles", name="Circles")
    programme.choose_formats(["group"], by=cast.chen)
    leader = players.enrol(cast.bruno, MENTOR, to=programme)
    circle = ids.new()
    names = ("Noor Haas", "Pia Lund", "Rui Mora", "Omar Haddad", "Lena Hoffmann")
    proposals = [
        Proposal.objects.create(
            organisation_id=programme.organisation_id,
            programme=programme,
            format="group",
            circle=circle,
            mentor=leader,
            mentee=players.enrol(players.person(name), MENTEE, to=programme),
            card={},
            made_at=clock.now(),
        )
        for name in names
    ]
    proposals[0].accept(cast.bruno)
    for proposal in proposals[:4]:
        proposal.accept(proposal.mentee.person)
    drain()
    told = Notice.objects.filter(kind="match_begun").values_list("person__name", flat=True)
    assert sorted(told) == sorted(["Bruno Ferreira", *names[:4]])
