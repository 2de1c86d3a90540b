"""Publishing: both mails are seen before, ten minutes stand as a time, and taking back is whole."""

from datetime import timedelta

from django.core import mail
from django.test import Client

from cairn.kernel import clock
from cairn.matching.pairing import Pairing
from cairn.matching.proposal import Proposal
from cairn.matching.publication import Publication
from cairn.matching.run import Run
from cairn.matching.tasks import minute

PREVIEW = "/p/first-steps/runs/1/publication/"


def publish(desk: Client) -> str:
    return desk.post(PREVIEW).headers["Location"]


def test_both_mails_are_shown_before_anything_is_sent(desk: Client, pairing: Pairing) -> None:
    page = desk.get(PREVIEW).content.decode()
    assert page.count("<iframe") == 2
    framed = desk.get(f"/p/first-steps/runs/1/mail/{pairing.pk}/mentee/")
    assert "Bruno" in framed.content.decode()
    assert framed.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert (Proposal.objects.count(), mail.outbox) == (0, [])


def test_publishing_names_the_minute_and_sends_nothing_yet(desk: Client, run: Run) -> None:
    page = desk.get(publish(desk)).content.decode()
    assert "Nothing has left yet" in page
    assert Proposal.objects.count() == 0


def test_taken_back_nothing_ever_left(desk: Client, run: Run) -> None:
    desk.post(f"{publish(desk)}withdrawal/")
    with clock.moved(by=timedelta(minutes=11)):
        minute()
    assert Proposal.objects.count() == 0


def test_after_ten_minutes_the_page_counts_answers(desk: Client, run: Run) -> None:
    place = publish(desk)
    with clock.moved(by=timedelta(minutes=10)):
        minute()
    page = desk.get(place).content.decode()
    assert "1 pair has been told" in page


def test_publishing_twice_is_publishing_once(desk: Client, run: Run) -> None:
    publish(desk)
    publish(desk)
    assert Publication.objects.count() == 1
