"""Signing in, and being known again on every page that follows."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend

from cairn.people.person import Person

if TYPE_CHECKING:
    from cairn.accounts.account import Account


class SignedIn(AuthenticationBackend):  # type: ignore[misc]  # allauth is not typed
    """allauth's backend, which reads an account together with the person it is: one query a page, not two."""

    def get_user(self, user_id: UUID) -> "Account | None":
        """The account of a session, with `known_as` where it is somebody; None once it may not sign in."""
        known = Person.objects.filter(account=user_id).select_related("account", "organisation")
        person = known.order_by("id").first()
        if person is None:
            nobody: Account | None = super().get_user(user_id)
            return nobody
        account: Any = person.account
        account.known_as = person
        return account if self.user_can_authenticate(account) else None


def known_person(account: "Account") -> Person | None:
    """Who an account is in the organisation it joined first, as it was read with the session."""
    known: Person | None = getattr(account, "known_as", None)
    return known
