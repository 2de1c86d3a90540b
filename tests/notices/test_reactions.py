"""What people hear of a match: each news once, to the right one, never a reason."""

import re
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.db import transaction

from cairn.journal.draining import drain
from cairn.journal.errand import Errand
from cairn.kernel import clock
from cairn.matching.proposal import Proposal
from cairn.notices.preview import match_preview
from cairn.notices.sent_message import SentMessage
from cairn.people.passes import Pass
from cairn.programmes.enrolment import Enrolment
from tests.cast import Cast, enrol

pytestmark = pytest.mark.django_db(transaction=True)
CARD: dict[str, Any] = {
    "strength": "strong",
    "reasons": [
        {"criterion": "skills", "code": "offers_what_you_want", "values": {"skills": ["SQL"]}},
        {"criterion": "hours", "code": "both_async", "values": {}},
    ],
    "difference": None,
    "question": None,
}


@pytest.fixture
def proposal(transactional_db: None, cast: Cast) -> Proposal:
    return propose(cast)


def propose(cast: Cast, *, follows: Proposal | None = None, mentor: Enrolment | None = None) -> Proposal:
    places = {place.side: place for place in Enrolment.objects.select_related("person", "programme")}
    with transaction.atomic():
        made: Proposal = Proposal.objects.create(
            organisation=cast.amina.organisation,
            programme=places["mentee"].programme,
            mentor=mentor or places["mentor"],
            mentee=places["mentee"],
            card=CARD,
            made_at=clock.now(),
            follows=follows,
        )
        made.record_made(by=None)
    return made


def told() -> list[tuple[str, str]]:
    return sorted((letter.to[0].split("@")[0], str(letter.subject)) for letter in mail.outbox)


def link(letter: mail.EmailMessage, number: int) -> str:
    return str(re.findall(r"/answer/([^/\s]+)/", str(letter.body))[number])


def test_both_get_their_card_once(proposal: Proposal) -> None:
    assert told() == [("amina", "A mentor for you: Bruno"), ("bruno", "A mentee for you: Amina")]
    drain()
    assert len(mail.outbox) == 2


def test_the_card_speaks_to_its_reader(proposal: Proposal) -> None:
    to_amina = next(letter for letter in mail.outbox if letter.to[0].startswith("amina"))
    assert "Bruno offers what you want: SQL" in to_amina.body
    assert isinstance(to_amina, EmailMultiAlternatives)


def test_each_mail_carries_its_own_yes_and_no(proposal: Proposal, cast: Cast) -> None:
    to_amina = next(letter for letter in mail.outbox if letter.to[0].startswith("amina"))
    passes = [Pass.look(link(to_amina, number)) for number in (0, 1)]
    held = [(one.person, one.purpose, one.subject) for one in passes if one]
    assert held == [
        (cast.amina, "proposal.accept", proposal.pk),
        (cast.amina, "proposal.decline", proposal.pk),
    ]


def test_what_was_told_is_kept_without_a_word_of_it(proposal: Proposal, cast: Cast) -> None:
    kept = list(
        SentMessage.objects.visible_to(cast.amina).values_list("kind", "channel", "language", "subject_id")
    )
    ids = {str(row.errand_id) for row in SentMessage.objects.all()}
    sent = {str(letter.extra_headers["Message-ID"])[1:37] for letter in mail.outbox}
    assert (kept, ids) == ([("match_mentee", "email", "en", proposal.pk)], sent)


def test_one_yes_asks_the_other_and_two_begin(proposal: Proposal, cast: Cast) -> None:
    mail.outbox.clear()
    proposal.accept(cast.bruno)
    assert told() == [("amina", "Bruno said yes; now it is your turn")]
    mail.outbox.clear()
    proposal.accept(cast.amina)
    assert told() == [("amina", "You and Bruno both said yes"), ("bruno", "You and Amina both said yes")]


def test_addresses_are_told_only_once_both_said_yes(proposal: Proposal, cast: Cast) -> None:
    before = [str(letter.body) for letter in mail.outbox]
    mail.outbox.clear()
    proposal.accept(cast.bruno)
    proposal.accept(cast.amina)
    after = [str(letter.body) for letter in mail.outbox if letter.to == [cast.amina.email]]
    assert [str(cast.bruno.email) in body for body in (*before, *after)] == [False, False, False, True]


def test_a_no_is_told_without_its_reason(proposal: Proposal, cast: Cast) -> None:
    mail.outbox.clear()
    proposal.decline(cast.bruno, reason="I would rather not say", another=False)
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == ([cast.amina.email], "The match with Bruno will not begin")
    assert "rather not say" not in letter.body


def test_whoever_gets_another_card_learns_from_it_that_the_last_one_is_off(
    proposal: Proposal, cast: Cast
) -> None:
    mail.outbox.clear()
    with transaction.atomic():
        propose(cast, follows=proposal, mentor=enrol(cast.dara, "mentor"))
        proposal._record("proposal.declined", cast.bruno, side="mentor")
    assert told() == [("amina", "Another mentor for you: Dara"), ("dara", "A mentee for you: Amina")]


def test_nobody_is_asked_about_what_is_settled(proposal: Proposal, cast: Cast) -> None:
    proposal.accept(cast.bruno)
    proposal.accept(cast.amina)
    mail.outbox.clear()
    Errand.objects.filter(reaction__endswith="offer_match").update(done_at=None)
    SentMessage.objects.all().delete()
    drain()
    assert (mail.outbox, Errand.objects.owed().count()) == ([], 0)


def test_somebody_without_an_address_is_counted_and_keeps_nobody_waiting(
    transactional_db: None, cast: Cast
) -> None:
    for email in (None, "not an address"):
        mail.outbox.clear()
        Proposal.objects.all().delete()
        cast.amina.email, cast.amina.account = email, None
        cast.amina.save()
        propose(cast)
        assert [letter.to for letter in mail.outbox] == [[cast.bruno.email]]
    faults = list(Errand.objects.exclude(dropped_at=None).values_list("fault", flat=True))
    assert faults == ["no-address", "bad-address"]


def test_the_preview_is_the_mail(proposal: Proposal) -> None:
    shown = match_preview(proposal, side="mentee", card=CARD)
    to_amina = next(letter for letter in mail.outbox if letter.to[0].startswith("amina"))
    arrived = re.sub(r"\S+/answer/\S+", "#", str(to_amina.body))
    assert (shown.subject, shown.text) == (to_amina.subject, arrived)
