"""People: the mentors a signed-in person may find, with search, filters and pages."""
