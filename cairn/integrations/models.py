"""The door: the nouns of this room that have tables."""

from cairn.integrations.busy_ics.allowed_host import AllowedHost
from cairn.integrations.busy_ics.source import BusySource
from cairn.integrations.inbound_mail.received import Received
from cairn.integrations.own_feed.feed_key import FeedKey

__all__ = ["AllowedHost", "BusySource", "FeedKey", "Received"]
