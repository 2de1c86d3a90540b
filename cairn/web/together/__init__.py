"""Together: my mentorships, from the agreement to the goodbye."""
