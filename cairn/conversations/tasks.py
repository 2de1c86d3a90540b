"""What conversations do by themselves: words nobody can reach any more go after twelve months."""

from cairn.conversations.thread import Thread
from cairn.kernel import clock


def night() -> None:
    """Erase what is due."""
    for thread in Thread.objects.erasable(clock.wall()):
        thread.erase()
