"""What every test may ask for."""

import pytest

from scripts.prepare import prepare_languages
from tests import cast as players
from tests.cast import Cast


def pytest_configure() -> None:
    """Languages as the catalogues have them now; Django reads each once."""
    prepare_languages()


@pytest.fixture
def cast(db: None) -> Cast:
    """Amina, Bruno, Chen, Dara and Ada, in First Steps."""
    return players.cast()
