"""A report: who can open it, who cannot, and that nothing else knows what it says."""

import pytest
from django.db import connection

from cairn.journal.entry import Entry
from cairn.kernel.cipher import Tampered
from cairn.people.person import Person
from cairn.people.role import SAFEGUARDING, Role
from cairn.safety.filing import become_able_to_read, file_report
from cairn.safety.lead_key import WrongPassphrase
from cairn.safety.refusal import Refused
from cairn.safety.report import Report
from cairn.safety.report_key import ReportKey
from cairn.safety.sealing import new_pair, open_with, seal_to
from cairn.vault.models import Key
from tests import cast as players
from tests.cast import Cast

PASSPHRASE = "a lantern by the harbour"
WORDS = "He asked me for money and will not stop."


def lead(name: str, *, able: bool = True) -> Person:
    """A safeguarding lead."""
    who = players.person(name)
    Role.objects.create(organisation=who.organisation, person=who, role=SAFEGUARDING)
    if able:
        become_able_to_read(who, passphrase=PASSPHRASE)
    return who


def test_a_lead_reads_it_with_their_passphrase_and_the_reporter_with_the_receipt(cast: Cast) -> None:
    sara = lead("Sara Lind")
    receipt = file_report(cast.amina, WORDS, about=cast.bruno, quoted="Send it today.")
    (report,) = Report.objects.visible_to(sara)
    told = {"words": WORDS, "quoted": "Send it today.", "about": str(cast.bruno.pk), "by": str(cast.amina.pk)}
    assert report.read_as(sara, PASSPHRASE) == told
    assert Report.objects.with_receipt(receipt.lower().replace("-", " ")).get().read_with(receipt) == told
    with pytest.raises(WrongPassphrase):
        report.read_as(sara, "another lantern")
    with pytest.raises(Tampered):
        report.read_with("AAAA-BBBB")


def test_nobody_else_knows_that_it_exists(cast: Cast) -> None:
    lead("Sara Lind")
    file_report(cast.amina, WORDS, about=cast.bruno)
    others = (cast.amina, cast.bruno, cast.chen, cast.dara, cast.ada)
    assert [Report.objects.visible_to(who).count() for who in others] == [0] * 5
    assert Entry.objects.filter(verb="report.filed").count() == 0
    assert Entry.everything.get(verb="report.filed").actor_id is None


def test_who_is_no_lead_any_more_reads_no_more(cast: Cast) -> None:
    sara = lead("Sara Lind")
    file_report(cast.amina, WORDS)
    Role.objects.filter(person=sara).delete()
    assert not Report.objects.visible_to(sara).exists()


def test_neither_the_one_it_is_about_nor_anybody_above_them_gets_a_key(cast: Cast) -> None:
    accused, above, other = lead("Sara Lind"), lead("Tove Berg"), lead("Uma Rao")
    Person.objects.filter(pk=accused.pk).update(manager=above)
    file_report(cast.amina, WORDS, about=Person.objects.get(pk=accused.pk))
    seen = [Report.objects.visible_to(who).count() for who in (accused, above, other)]
    assert seen == [0, 0, 1]


def test_it_waits_for_a_lead_who_may_read_it_and_then_leaves_the_house(cast: Cast) -> None:
    sara, tove = lead("Sara Lind", able=False), lead("Tove Berg", able=False)
    file_report(cast.amina, WORDS, about=sara)
    become_able_to_read(sara, passphrase=PASSPHRASE)
    assert not Report.objects.visible_to(sara).exists()
    assert ReportKey.objects.filter(holder="house").count() == 1
    become_able_to_read(tove, passphrase=PASSPHRASE)
    (report,) = Report.objects.visible_to(tove)
    assert report.read_as(tove, PASSPHRASE)["words"] == WORDS
    assert ReportKey.objects.filter(holder="house").count() == 0
    assert Key.objects.get(owner=report.pk).wrapped is None


def test_it_can_be_said_without_a_name(cast: Cast) -> None:
    sara = lead("Sara Lind")
    receipt = file_report(cast.amina, WORDS, named=False)
    assert Report.objects.get().read_with(receipt)["by"] == ""
    assert Report.objects.get().read_as(sara, PASSPHRASE)["by"] == ""


def test_nothing_in_the_tables_says_what_it_is_about(cast: Cast) -> None:
    lead("Sara Lind")
    file_report(cast.amina, WORDS, about=cast.bruno)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM safety_report")
        stored = bytes(cursor.fetchone()[0])
    assert [mark.encode() in stored for mark in ("money", str(cast.bruno.pk))] == [False, False]


def test_nothing_and_too_much_are_refused(cast: Cast) -> None:
    for words in (" \n", "a" * 10_001):
        with pytest.raises(Refused):
            file_report(cast.amina, words)
    assert Report.objects.count() == 0


def test_what_was_sealed_for_one_place_does_not_open_in_another() -> None:
    private, public = new_pair()
    sealed = seal_to(public, b"words", at=b"here")
    assert open_with(private, sealed, at=b"here") == b"words"
    with pytest.raises(Tampered):
        open_with(private, sealed, at=b"there")
    with pytest.raises(Tampered):
        open_with(new_pair()[0], sealed, at=b"here")
