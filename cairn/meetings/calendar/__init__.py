"""Calendars: meetings as other programs' calendars know them, and what those send back.

Invitations, changes and cancellations are iMIP (RFC 5545, 5546, 6047): whoever reads mail can answer from any
calendar, without connecting anything. What comes back is read with limits and never trusted.
"""
