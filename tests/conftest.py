"""What every test may ask for."""

import pytest

from tests import cast as players
from tests.cast import Cast


@pytest.fixture
def cast(db: None) -> Cast:
    """Amina, Bruno, Chen, Dara and Ada, in First Steps."""
    return players.cast()
