"""The desk with the cast at it: Chen signed in, and a run of First Steps where one is asked for."""

import pytest
from django.test import Client

from cairn.matching.pairing import Pairing
from cairn.matching.run import Run
from cairn.matching.running import make_run
from tests import cast as players
from tests.cast import Cast
from tests.web.browsing import browser_of


@pytest.fixture
def desk(cast: Cast) -> Client:
    """Chen's browser."""
    return browser_of(cast.chen)


@pytest.fixture
def run(cast: Cast) -> Run:
    """Amina with Bruno, and nobody else."""
    return make_run(players.programme(), by=cast.chen)


@pytest.fixture
def pairing(run: Run) -> Pairing:
    """The one pair of it."""
    found: Pairing = Pairing.objects.get(run=run)
    return found
