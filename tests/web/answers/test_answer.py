"""An answer from a mail: looking changes nothing, the button acts once, and an old link is told so kindly."""

from datetime import timedelta

import pytest
from django.test import Client

from cairn.kernel import clock
from cairn.matching.proposal import Proposal
from cairn.matching.publication import Publication
from cairn.matching.response import Response
from cairn.matching.running import make_run
from cairn.people.passes import Pass
from tests import cast as players
from tests.cast import Cast


@pytest.fixture
def proposal(cast: Cast) -> Proposal:
    """Amina and Bruno have been told of each other."""
    Publication.prepare(make_run(players.programme(), by=cast.chen), by=cast.chen).send()
    found: Proposal = Proposal.objects.get()
    return found


def place(proposal: Proposal, cast: Cast, purpose: str = "proposal.accept") -> str:
    token = Pass.issue(person=cast.amina, purpose=purpose, subject=proposal.pk, lasts=timedelta(days=3))
    return f"/answer/{token}/"


def test_a_link_scanner_changes_nothing(client: Client, cast: Cast, proposal: Proposal) -> None:
    link = place(proposal, cast)
    pages = [client.get(link), client.head(link), client.get(link)]
    assert [page.status_code for page in pages] == [200] * 3
    assert Response.objects.count() == 0


def test_the_button_says_yes_without_signing_in(client: Client, cast: Cast, proposal: Proposal) -> None:
    client.post(place(proposal, cast))
    assert Response.objects.get().accepted


def test_a_no_keeps_the_reason(client: Client, cast: Cast, proposal: Proposal) -> None:
    client.post(place(proposal, cast, "proposal.decline"), {"reason": "Too far"})
    assert Response.objects.get().reason_for(cast.amina) == "Too far"


def test_a_used_link_says_so_and_does_nothing(client: Client, cast: Cast, proposal: Proposal) -> None:
    link = place(proposal, cast)
    client.post(link)
    again = client.post(link)
    assert again.status_code == 410
    assert "This link has done its work" in again.content.decode()
    assert Response.objects.count() == 1


def test_an_old_link_is_told_so(client: Client, cast: Cast, proposal: Proposal) -> None:
    link = place(proposal, cast)
    with clock.moved(by=timedelta(days=4)):
        assert client.get(link).status_code == 410


def test_an_invented_link_and_one_for_another_act_look_the_same(
    client: Client, cast: Cast, proposal: Proposal
) -> None:
    assert client.get("/answer/invented/").status_code == 410
    assert client.get(place(proposal, cast, "something.else")).status_code == 410
