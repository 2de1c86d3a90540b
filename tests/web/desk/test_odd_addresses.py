"""An address somebody typed or an old mail holds: what cannot be read counts as not said."""

import pytest
from django.test import Client

from cairn.matching.run import Run
from cairn.matching.running import make_run
from tests import cast as players
from tests.cast import Cast

HERE = "/p/first-steps/"
ODD = [
    "people/?page=nine&side=both&q=%00",
    "people/?page=-1",
    "people/?page=99999999999999999999",
    "lab/?tried=1&w-skills=-4&aim=&gate=moon&must=nobody&token=%F0",
    "lab/?try=capacity%3Dnobody",
    "lab/?hint=hours%3Dlong",
    "lab/waiting/?page=last&tried=1",
    "lab/waiting/?try=x%3Dy",
    "lab/hints/?try=x%3Dy",
    "lab/lint/?tried=1&aim=win",
    "lab/rule/?tried=1&aim=win",
    "runs/1/?view=cube&strength=strongest&sort=up&page=x",
    "runs/1/?view=board&q=%F0%9F%8C%8A",
    "runs/1/hand/?mentee=nobody&mentor=1",
    "runs/comparison/?a=one&b=-2&page=x",
    "runs/comparison/?a=1&b=1",
]


@pytest.mark.parametrize("address", ODD)
def test_an_odd_address_shows_the_page(desk: Client, run: Run, cast: Cast, address: str) -> None:
    make_run(players.programme(), by=cast.chen)
    assert desk.get(HERE + address).status_code == 200


@pytest.mark.parametrize("revision", ["", "ten", "-1", "99", "\u0664"])
def test_a_revision_that_is_not_the_newest_changes_nothing(desk: Client, run: Run, revision: str) -> None:
    pair = run.pairings.get()
    page = desk.post(f"{HERE}runs/1/pairs/{pair.pk}/exclusion/", {"revision": revision}, follow=True)
    assert (page.status_code, run.pairings.count()) == (200, 1)
