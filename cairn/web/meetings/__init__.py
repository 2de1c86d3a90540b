"""Meetings: finding a time together, and the page of one meeting before, while and after it takes place."""
