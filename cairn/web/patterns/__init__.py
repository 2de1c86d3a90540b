"""Every component in every state, on one page: the accessibility test walks it, and so may you."""
