"""Programmes: what they are for, who runs them, who takes part on which side, their versioned settings."""
