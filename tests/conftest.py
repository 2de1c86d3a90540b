"""What every test may ask for."""

import pytest
from hypothesis import settings

from scripts.prepare import prepare_languages
from tests import cast as players
from tests.cast import Cast


def pytest_configure() -> None:
    """Languages as the catalogues have them now; no example is timed, since machines differ."""
    prepare_languages()
    settings.register_profile("cairn", deadline=None)
    settings.load_profile("cairn")


@pytest.fixture
def cast(db: None) -> Cast:
    """Amina, Bruno, Chen, Dara and Ada, in First Steps."""
    return players.cast()
