"""Me: what Cairn knows about you, and who sees it."""
