"""People of an organisation: who they are, what they know and want, when they are free, what they may sign.

A Person is an account seen by one organisation, or somebody a coordinator has brought who has not signed in
yet. Everything that describes a person in many rows (skills, hours) has a bulk reader, so that a list of
people costs the same number of queries whether it shows three or three thousand.
"""
