"""Notices: what one was told, how one wants to be told, and what letters look like beforehand."""
