"""The count of unread notices for the frame of every page: `{% unseen_notices visitor as n %}`.

One query a page, however often the frame shows it.
"""

from django import template

from cairn.notices.notice import unseen_count
from cairn.people.person import Person

register = template.Library()


@register.simple_tag
def unseen_notices(visitor: Person | None) -> int:
    """How many wait to be looked at; none for a visitor without a person."""
    if visitor is None:
        return 0
    kept = vars(visitor)
    if "unseen_notices" not in kept:
        kept["unseen_notices"] = unseen_count(visitor)
    found: int = kept["unseen_notices"]
    return found
