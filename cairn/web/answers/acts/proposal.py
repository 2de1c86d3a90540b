"""Yes or no to a card; it has a page of its own, with the other one's stone."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from cairn.people.passes import Pass
from cairn.web.answers.acts.act import Act, Shown
from cairn.web.answers.reply import Reply

LONGEST = 1000


class ProposalAct(Act):
    """The row is the answer that can still be given."""

    row: Reply
    template: ClassVar[str] = "answers/answer.html"

    @classmethod
    def find(cls, held: Pass) -> Self | None:
        """While the card is open and unanswered."""
        row = Reply.held_by(held)
        return cls(held, row) if row else None

    def show(self, asked: Mapping[str, str]) -> Shown:
        """Its template knows it all."""
        del asked
        return Shown(heading="", lead="", button="")

    def do(self, given: Any) -> str:
        """Answer; a reason stays locked."""
        return self.row.give(reason=given.get("reason", "")[:LONGEST], another="another" in given)
