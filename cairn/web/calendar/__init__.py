"""One's calendar: our meetings in it, and its busy times with us."""
