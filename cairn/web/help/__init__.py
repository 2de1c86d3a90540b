"""Help and safety: two taps to a human, and the table of who sees what."""
