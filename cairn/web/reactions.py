"""What pages do about news: those that are open look again."""

from uuid import UUID

from cairn.journal.errand import Errand
from cairn.journal.reaction import inside
from cairn.web.talk.bell import ring


@inside()
def ring_thread(errand: Errand) -> None:
    """A message came, was mended or taken back."""
    ring(UUID(errand.entry.data["thread"]))
