"""Care: what is asked of people, how a mentorship goes, who is told first, and what helps.

Short questions (`instruments/`) are asked when they are due and scored by `measures`. Each night facts are
read from rows that hold who and when, never from anybody's words; they give a health reading and the twelve
signals. The people of a mentorship hear of a signal first; the coordinator only when it stands a week later,
and then finds it in the rescue queue with an act that helps. Line managers hear of nothing.
"""
