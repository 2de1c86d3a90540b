"""Which act each purpose of a pass stands for; what is not here does nothing."""

from collections.abc import Mapping

from cairn.people.passes import Pass
from cairn.web.answers.acts.act import Act
from cairn.web.answers.acts.action import ActionAct
from cairn.web.answers.acts.agreement_agree import AgreementAgree
from cairn.web.answers.acts.meeting_book import MeetingBook
from cairn.web.answers.acts.meeting_cancel import MeetingCancel
from cairn.web.answers.acts.meeting_held import MeetingHeld
from cairn.web.answers.acts.meeting_move import MeetingMove
from cairn.web.answers.acts.meeting_rate import MeetingRate
from cairn.web.answers.acts.proposal import ProposalAct
from cairn.web.answers.acts.signal_answer import SignalAnswer
from cairn.web.answers.acts.unsubscribe import Unsubscribe

PURPOSES: Mapping[str, type[Act]] = {
    "proposal.accept": ProposalAct,
    "proposal.decline": ProposalAct,
    "meeting.book": MeetingBook,
    "meeting.move": MeetingMove,
    "meeting.cancel": MeetingCancel,
    "meeting.held": MeetingHeld,
    "meeting.rate": MeetingRate,
    "action.done": ActionAct,
    "action.carry": ActionAct,
    "action.drop": ActionAct,
    "agreement.agree": AgreementAgree,
    "signal.answer": SignalAnswer,
    "unsubscribe": Unsubscribe,
}


def act_of(held: Pass | None) -> Act | None:
    """The act an open pass allows; None where there is nothing to do with it any more."""
    kind = PURPOSES.get(held.purpose) if held else None
    return kind.find(held) if kind and held else None
