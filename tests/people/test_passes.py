"""A pass is spent once, by a POST, for one act."""

from datetime import timedelta
from uuid import uuid4

from cairn.kernel import clock
from cairn.people.passes import Pass
from tests.cast import Cast

DAY = timedelta(days=1)


def test_a_pass_is_redeemed_once(cast: Cast) -> None:
    subject = uuid4()
    token = Pass.issue(person=cast.amina, purpose="proposal.accept", subject=subject, lasts=DAY)
    spent = Pass.redeem(token, purpose="proposal.accept")
    assert spent is not None
    assert (spent.person, spent.subject) == (cast.amina, subject)
    assert Pass.redeem(token, purpose="proposal.accept") is None


def test_looking_spends_nothing(cast: Cast) -> None:
    token = Pass.issue(person=cast.amina, purpose="proposal.accept", subject=uuid4(), lasts=DAY)
    assert Pass.look(token) == Pass.look(token)
    assert Pass.redeem(token, purpose="proposal.accept") is not None
    assert Pass.look(token) is None


def test_a_pass_does_nothing_but_its_act(cast: Cast) -> None:
    token = Pass.issue(person=cast.amina, purpose="proposal.accept", subject=uuid4(), lasts=DAY)
    assert Pass.redeem(token, purpose="proposal.decline") is None
    assert Pass.redeem(token, purpose="proposal.accept") is not None


def test_a_pass_runs_out(cast: Cast) -> None:
    token = Pass.issue(person=cast.amina, purpose="proposal.accept", subject=uuid4(), lasts=DAY)
    with clock.moved(by=DAY + timedelta(seconds=1)):
        assert Pass.look(token) is None
        assert Pass.redeem(token, purpose="proposal.accept") is None


def test_the_token_is_not_in_the_table(cast: Cast) -> None:
    token = Pass.issue(person=cast.amina, purpose="proposal.accept", subject=uuid4(), lasts=DAY)
    kept = Pass.objects.values().get(person=cast.amina)
    assert [value for value in kept.values() if isinstance(value, str) and token in value] == []


def test_a_token_nobody_issued_opens_nothing(cast: Cast) -> None:
    assert [Pass.look(token) for token in ("", "x", "\ud800")] == [None, None, None]
