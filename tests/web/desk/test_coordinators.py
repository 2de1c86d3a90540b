"""Naming coordinators on the settings page, and taking them off it."""

from django.test import Client

from cairn.programmes.coordination import Coordination
from tests import cast as players
from tests.cast import Cast

COORDINATORS = "/p/first-steps/coordinators/"


def running() -> list[str]:
    rows = Coordination.objects.filter(programme=players.programme()).order_by("since")
    return [row.person.name for row in rows.select_related("person")]


def test_somebody_is_named_by_their_address_whatever_its_case(desk: Client, cast: Cast) -> None:
    desk.post(COORDINATORS, {"email": "DARA@lakeside.example"})
    assert running() == ["Chen Wei", "Dara Sok"]


def test_an_address_nobody_has_names_nobody_and_says_so(desk: Client, cast: Cast) -> None:
    for email in ("nobody@lakeside.example", "dara@", ""):
        page = desk.post(COORDINATORS, {"email": email}, follow=True).content.decode()
        assert "Nobody in your organisation has this address" in page
    assert running() == ["Chen Wei"]


def test_an_address_of_another_organisation_names_nobody(desk: Client, cast: Cast) -> None:
    stranger = players.person("Hana Sato", at=players.organisation("hillside", name="Hillside"))
    desk.post(COORDINATORS, {"email": stranger.email})
    assert running() == ["Chen Wei"]


def test_the_last_coordinator_cannot_be_removed(desk: Client, cast: Cast) -> None:
    only = Coordination.objects.get(programme=players.programme())
    page = desk.post(f"{COORDINATORS}{only.pk}/removal/", follow=True).content.decode()
    assert "Somebody has to run the programme" in page
    assert running() == ["Chen Wei"]


def test_whoever_leaves_it_to_another_is_shown_their_other_programmes(desk: Client, cast: Cast) -> None:
    desk.post(COORDINATORS, {"email": cast.dara.email})
    own = Coordination.objects.get(person=cast.chen)
    assert desk.post(f"{COORDINATORS}{own.pk}/removal/").headers["Location"] == "/programmes/"
    assert running() == ["Dara Sok"]
