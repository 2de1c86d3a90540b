"""The pages of reports: filed in a thread's menu, read with the receipt, opened by leads."""

import re

import pytest

from cairn.conversations.thread import Thread
from cairn.people.person import Person
from cairn.safety.report import Report
from tests import cast as players
from tests.cast import Cast
from tests.conversations.talking import pair, say
from tests.web.browsing import browser_of

PASSPHRASE = "a lantern by the harbour"


@pytest.fixture
def thread(cast: Cast) -> Thread:
    """Amina and Bruno."""
    return pair(cast.amina, cast.bruno)


def report(who: Person, place: str, **form: str) -> str:
    answer = browser_of(who).post(place, {"words": "He asks for money.", "named": "on", **form})
    found = re.search(r"[A-Z2-7]{4}(-[A-Z2-7]{4}){5}", answer.content.decode())
    assert found
    return found[0]


def test_a_report_is_filed_from_a_message_and_opened_by_a_lead(cast: Cast, thread: Thread) -> None:
    message = say(thread, cast.bruno, "Send me 200 euros")
    sara = players.sara()
    lead = browser_of(sara)
    lead.post("/safety/passphrase/", {"passphrase": PASSPHRASE})
    shown = browser_of(cast.amina).get(f"/talk/{thread.pk}/").content.decode()
    place = f"/safety/report/?thread={thread.pk}&message={message.pk}"
    assert place.replace("&", "&amp;") in shown
    receipt = report(cast.amina, place, about=str(cast.bruno.pk), quote="on")
    before = lead.get("/safety/reports/").content.decode()
    opened = lead.post("/safety/reports/", {"passphrase": PASSPHRASE}).content.decode()
    wrong = lead.post("/safety/reports/", {"passphrase": "something else"}).content.decode()
    assert ["1 report waits" in before, "money" in before] == [True, False]
    told = ("He asks for money.", "Send me 200 euros", "Bruno Ferreira", "Amina Diallo")
    assert [part in opened for part in told] == [True] * 4
    assert ["does not open your key" in wrong, "money" in wrong] == [True, False]
    mine = browser_of(cast.amina).post("/safety/receipt/", {"receipt": receipt}).content.decode()
    assert "He asks for money." in mine


def test_a_name_is_left_out_on_wish(cast: Cast) -> None:
    sara = players.sara()
    lead = browser_of(sara)
    report(cast.amina, "/safety/report/", named="")
    lead.post("/safety/passphrase/", {"passphrase": PASSPHRASE})
    opened = lead.post("/safety/reports/", {"passphrase": PASSPHRASE}).content.decode()
    assert ["gave no name" in opened, "Amina" in opened] == [True, False]


def test_nobody_reports_from_a_thread_that_is_not_theirs(cast: Cast, thread: Thread) -> None:
    message = say(thread, cast.bruno, "Hello")
    places = [
        f"/safety/report/?thread={thread.pk}",
        f"/safety/report/?thread={thread.pk}&message={message.pk}",
        "/safety/report/?thread=nonsense",
    ]
    assert {browser_of(cast.dara).get(place).status_code for place in places} == {404}


def test_a_short_passphrase_and_a_wrong_receipt_say_what_to_do(cast: Cast) -> None:
    lead = browser_of(players.sara())
    assert lead.post("/safety/passphrase/", {"passphrase": "short"}).status_code == 422
    wrong = browser_of(cast.amina).post("/safety/receipt/", {"receipt": "AAAA-BBBB"}).content.decode()
    assert "No report has this receipt" in wrong


def test_what_is_missing_is_asked_for_and_nothing_is_filed(cast: Cast) -> None:
    page = browser_of(cast.amina).post("/safety/report/", {"words": " "}).content.decode()
    assert ["One field needs a look" in page, Report.objects.count()] == [True, 0]


def test_others_do_not_learn_that_the_page_of_the_leads_exists(cast: Cast) -> None:
    who = (cast.amina, cast.chen, cast.ada)
    assert [browser_of(one).get("/safety/reports/").status_code for one in who] == [404, 404, 404]
