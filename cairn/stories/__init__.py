"""Stories: help without a term. Somebody answers one question, or shows their path to whoever follows.

Nothing here takes anybody's place: what lasts for a term begins in `matching`, or when two say, each unseen
by the other, that they want more.
"""
