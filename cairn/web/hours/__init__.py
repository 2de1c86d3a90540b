"""One's own hours: the ordinary week, days that differ, and how one likes to meet."""
