"""Care for people and programmes: what one is asked, the rescue queue, the journeys, the timers."""
