"""An account meets the person it is: by a verified address, and by nothing else."""

from typing import TYPE_CHECKING

from allauth.account.models import EmailAddress
from django.db import transaction

from cairn.accounts.account import clean_email
from cairn.people.person import Person

if TYPE_CHECKING:
    from cairn.accounts.account import Account


def link(account: "Account") -> list[Person]:
    """Claim the persons whose address this account has proved to hold; returns those newly linked.

    A person who already has an account keeps it, and an account that is already somebody in an organisation
    does not become a second person there. Where nobody waits, this is two short questions and no lock.
    """
    addresses = EmailAddress.objects.filter(user=account, verified=True).values_list("email", flat=True)
    proved = {clean_email(email) for email in addresses}
    if not any(
        Person.objects.with_email(address).filter(account__isnull=True).exists() for address in proved
    ):
        return []
    return _claim(account, proved)


@transaction.atomic
def _claim(account: "Account", proved: set[str]) -> list[Person]:
    already = set(Person.objects.of_account(account).values_list("organisation", flat=True))
    newly = []
    for address in sorted(proved):
        for person in (
            Person.objects.with_email(address).filter(account__isnull=True).select_for_update(of=("self",))
        ):
            if person.organisation_id not in already:
                person.account = account
                person.save(update_fields=("account",))
                already.add(person.organisation_id)
                newly.append(person)
    return newly
