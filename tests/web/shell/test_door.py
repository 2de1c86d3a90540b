"""At the door: where one is led, who one may be in the demo, and what the page itself lets one choose."""

from datetime import UTC, datetime

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from cairn.accounts.account import Account
from cairn.kernel import clock
from cairn.people.person import Person
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo() -> None:
    """The five, in a demo organisation."""
    home = cast.organisation(is_demo=True)
    home.is_demo = True
    home.save(update_fields=("is_demo",))
    cast.cast()


def signed_in(client: Client, who: Person) -> Client:
    assert who.account is not None
    client.force_login(who.account)
    return client


def test_a_visitor_of_the_demo_is_led_to_its_five_people(client: Client, demo: None) -> None:
    assert client.get("/").headers["Location"] == "/demo/"
    page = client.get("/demo/").content.decode()
    assert [page.count(f"/demo/{who}/session/") for who in ("amina", "bruno", "chen", "dara", "ada")] == [
        1
    ] * 5


def test_one_click_signs_in_as_chen(client: Client, demo: None) -> None:
    client.post("/demo/chen/session/")
    assert client.get("/").headers["Location"] == "/p/first-steps/"


def test_nobody_else_can_be_had_for_a_click(client: Client, demo: None) -> None:
    cast.person("Erin Stone")
    assert client.post("/demo/erin/session/").status_code == 404


def test_a_click_reaches_no_person_of_a_real_organisation(client: Client) -> None:
    cast.cast()
    assert client.post("/demo/chen/session/").status_code == 404


def test_without_demo_there_is_no_such_door(client: Client, settings: Settings, demo: None) -> None:
    settings.DEMO = False
    assert [client.get("/demo/").status_code, client.post("/demo/chen/session/").status_code] == [404, 404]
    assert client.get("/").status_code == 200


def test_a_mentee_begins_on_today(client: Client) -> None:
    assert signed_in(client, cast.amina()).get("/").headers["Location"] == "/today/"


def test_light_or_dark_is_kept_and_drawn(client: Client) -> None:
    client.post("/choices/theme/", {"theme": "dark", "next": "/help/"})
    assert 'data-theme="dark"' in client.get("/help/").content.decode()


def test_a_language_from_right_to_left_turns_the_page(client: Client) -> None:
    answer = client.post("/choices/language/", {"language": "ar-xb", "next": "/help/"})
    assert answer.headers["Location"] == "/help/"
    assert '<html lang="ar-xb" dir="rtl"' in client.get("/help/").content.decode()


def test_a_choice_leads_back_to_our_own_pages_only(client: Client) -> None:
    answer = client.post("/choices/theme/", {"theme": "dark", "next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/"


def test_a_language_is_kept_with_the_account(client: Client) -> None:
    amina = cast.amina()
    signed_in(client, amina).post("/choices/language/", {"language": "ar-xb"})
    kept = Account.objects.get(email=amina.email)
    assert kept.language == "ar-xb"


def test_a_language_kept_with_the_account_is_spoken_on_the_next_device(client: Client) -> None:
    amina = cast.amina()
    Account.objects.filter(email=amina.email).update(language="ar-xb")
    assert 'dir="rtl"' in signed_in(client, amina).get("/help/").content.decode()


def test_dates_are_told_in_the_zone_of_whoever_reads(client: Client) -> None:
    with clock.moved(to=datetime(2026, 11, 24, 20, tzinfo=UTC)):
        page = signed_in(client, cast.chen()).get("/today/").content.decode()
    assert "Wednesday 25 November" in page


def test_the_house_says_how_it_is(client: Client) -> None:
    answer = client.get("/health/")
    named = [line.partition(":")[0] for line in answer.content.decode().splitlines()]
    assert answer.status_code == 200
    assert named == ["database", "errands", "dropped", "ticks", "keys", "disk", "mail"]


def test_a_house_whose_database_is_away_says_so_and_wants_no_visitors(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", away)
    answer = client.get("/health/")
    assert [answer.status_code, answer.content.decode()] == [503, "database: away\n"]


def test_a_house_whose_key_is_wrong_wants_no_visitors(client: Client, settings: Settings) -> None:
    settings.CAIRN_MASTER_KEY = "not a key"
    answer = client.get("/health/")
    assert [answer.status_code, "keys: not-a-key" in answer.content.decode()] == [503, True]


def test_help_is_two_taps_from_anywhere_and_names_the_coordinator(client: Client) -> None:
    cast.chen()
    page = signed_in(client, cast.amina()).get("/help/").content.decode()
    assert "Chen Wei" in page


def test_a_stranger_is_told_whom_to_write_to(client: Client) -> None:
    cast.cast()
    page = signed_in(client, cast.dara()).get("/help/").content.decode()
    assert "Chen Wei" not in page


def test_whoever_is_brought_in_while_signed_in_is_known_at_the_next_page(client: Client) -> None:
    account = Account.objects.create_user("emeka@lakeside.example")
    account.keep_address(proved=True)
    client.force_login(account)
    before = client.get("/today/").content.decode()
    Person.objects.create(organisation=cast.organisation(), name="Emeka Obi", email="Emeka@lakeside.example")
    after = client.get("/today/").content.decode()
    assert ["Emeka" in page for page in (before, after)] == [False, True]


def test_ones_own_page_shows_ones_own_card(client: Client) -> None:
    page = signed_in(client, cast.amina()).get("/me/").content.decode()
    assert "Amina Diallo" in page


def test_the_frame_asks_the_same_number_of_questions_for_one_programme_and_for_three(client: Client) -> None:
    signed_in(client, cast.chen())
    with CaptureQueriesContext(connection) as for_one:
        client.get("/help/who-sees-what/")
    for slug in ("second", "third"):
        cast.coordinate(cast.chen(), cast.programme(slug, name=slug))
    with CaptureQueriesContext(connection) as for_three:
        client.get("/help/who-sees-what/")
    assert len(for_three) == len(for_one) <= 4
