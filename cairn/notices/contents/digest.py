"""The weekly digest: three things at most, the nearest first; a week without any has no letter."""

from itertools import islice

from cairn.notices.contents.content import Content, Values
from cairn.notices.contents.item import item
from cairn.notices.facts import Facts
from cairn.notices.kind import ACTION
from cairn.notices.notice import WAITING, Notice

MOST = 3
#: So many notices are looked at for those that still hold.
LOOKED_AT = 20


def _read(notice: Notice, _facts: Facts) -> Values | None:
    return {"items": _things(notice), "link": ""}


def _holds(notice: Notice, _facts: Facts) -> bool:
    return bool(_things(notice))


def _things(notice: Notice) -> list[dict[str, str]]:
    """What waits for this person, newest first; not what a letter of its own is still to tell."""
    # The table names the digest too.
    from cairn.notices.contents.table import CONTENTS  # noqa: PLC0415

    mine = Notice.objects.visible_to(notice.person).listed().unseen().filter(cls=ACTION)
    mine = mine.exclude(state=WAITING, mails=0)
    waiting = list(mine.select_related("person__organisation", "person__account")[:LOOKED_AT])
    facts = Facts(waiting)
    true = (each for each in waiting if CONTENTS[each.kind].holds(each, facts))
    read = ((each, CONTENTS[each.kind].read(each, facts)) for each in islice(true, MOST))
    return [
        item("neutral" if facts.is_neutral(each) else each.kind, values) for each, values in read if values
    ]


DIGEST = Content(read=_read, holds=_holds)
