"""What this room does by itself."""

from cairn.meetings.ticking import each_organisation, pass_the_minute, pass_the_night


def minute() -> None:
    """Reminders, doors, and what is believed by silence."""
    each_organisation(pass_the_minute)


def night() -> None:
    """Clear away what nobody can pick or finish."""
    each_organisation(pass_the_night)
