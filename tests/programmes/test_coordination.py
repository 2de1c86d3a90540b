"""A programme always has somebody who runs it."""

import pytest

from cairn.journal.entry import Entry
from cairn.programmes.coordination import Coordination, LastOne
from cairn.programmes.rules import may_coordinate
from tests import cast as players
from tests.cast import Cast


def test_somebody_else_runs_it_too_and_naming_them_twice_is_once(cast: Cast) -> None:
    programme = players.programme()
    made = Coordination.begin(programme, cast.dara, by=cast.chen)
    assert Coordination.begin(programme, cast.dara, by=cast.chen) == made
    assert may_coordinate(cast.dara, programme)
    assert Entry.objects.filter(verb="coordination.begun").count() == 1


def test_who_is_taken_off_runs_it_no_longer(cast: Cast) -> None:
    programme = players.programme()
    Coordination.begin(programme, cast.dara, by=cast.chen).end(by=cast.chen)
    assert not may_coordinate(cast.dara, programme)
    ended = Entry.objects.get(verb="coordination.ended")
    assert ended.data == {"person": str(cast.dara.pk)}


def test_the_last_one_stays(cast: Cast) -> None:
    only = Coordination.objects.get(programme=players.programme())
    with pytest.raises(LastOne):
        only.end(by=cast.ada)
    assert (Coordination.objects.count(), Entry.objects.filter(verb="coordination.ended").count()) == (1, 0)
