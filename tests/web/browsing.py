"""Somebody at their browser, signed in."""

from django.test import Client

from cairn.people.person import Person


def browser_of(who: Person) -> Client:
    """A browser of one of the cast, who all have accounts."""
    assert who.account is not None
    browser = Client()
    browser.force_login(who.account)
    return browser
