"""Who people say they are, kept apart from everything else, and whether a programme treats groups alike.

Writing is open to whoever the words are about and to an import; reading is open to nobody. What comes out are
tables about groups of ten or more, with further cells left out where subtraction would give a small one away.
"""
