"""Which content each kind of message has."""

from collections.abc import Mapping

from cairn.notices.contents import digest, match
from cairn.notices.contents.content import Content

CONTENTS: Mapping[str, Content] = {
    "match_mentee": match.CARD,
    "match_mentor": match.CARD,
    "match_awaits": match.TURN,
    "match_closed": match.NEWS,
    "match_begun": match.NEWS,
    "digest": digest.DIGEST,
}
