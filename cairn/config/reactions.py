"""Which reactions each verb of the journal owes. The whole news service of Cairn is this page.

A verb leads to dotted paths `cairn.<room>.reactions.<function>`. Names are stable: an errand that waits in
the table is found again by its path after a restart.
"""

REACTIONS: dict[str, tuple[str, ...]] = {}
