"""An account: an e-mail address that can sign in. Who somebody is to an organisation is a Person, in
people.
"""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models, transaction
from django.db.models.functions import Lower

from cairn.kernel import clock, ids


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; addresses are kept in lower case, so that one mailbox is one account."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """By address, whatever its case."""
        return self.get(email=clean_email(username or ""))

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Account":
        """A new account and its address; without a password only a mailed code signs it in."""
        account = self.model(email=clean_email(email), **fields)
        account.set_password(password)
        with transaction.atomic(using=self._db):
            account.save(using=self._db)
            account.keep_address()
        return account

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "Account":
        """An operator, for the command line."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class Account(AbstractBaseUser, PermissionsMixin):
    """An address and the proof that one holds it. The password field is an Argon2id hash, or unusable."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    email = models.EmailField(max_length=254, unique=True)
    language = models.CharField(max_length=16, blank=True, default="")
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=clock.wall, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[AccountManager] = AccountManager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="account_email_is_lower_case"
            ),
        )

    def __str__(self) -> str:
        return self.email

    def keep_address(self, *, proved: bool = False) -> None:
        """Note its address among those it can be reached at. Pages only read these, so the row comes with the
        account. `proved` says that somebody has shown that they read its mail.
        """
        from allauth.account.models import EmailAddress  # noqa: PLC0415 - it needs the account model to be there

        address, _ = EmailAddress.objects.get_or_create(
            user=self, email=self.email, defaults={"primary": True, "verified": proved}
        )
        if proved and not address.verified:
            address.set_verified()

    def clean(self) -> None:
        """Keep the address in its one spelling."""
        self.email = clean_email(self.email)


def clean_email(address: str) -> str:
    """The one spelling of an address: no blanks around it, lower case throughout."""
    return address.strip().lower()
