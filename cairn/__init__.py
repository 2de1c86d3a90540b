"""Cairn, the open mentoring platform. Each package below is a room; docs/architecture.md is the map."""
