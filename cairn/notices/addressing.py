"""Where a person reads us, in which language, and by which clock."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import get_supported_language_variant

from cairn.journal.reaction import Refused
from cairn.people.person import Person


def address_of(person: Person) -> str:
    """The person's own address, else their account's. Raises Refused for none or one that cannot be.

    The name is left out of it: a name may be anything, and what stands beside an address is read by programs.
    """
    address = person.email or (person.account.email if person.account else "")
    if not address:
        raise Refused("no-address")
    try:
        validate_email(address)
    except ValidationError:
        raise Refused("bad-address") from None
    return address


def language_of(person: Person) -> str:
    """The first of the person's languages that we speak, else the account's, else the organisation's."""
    account = [person.account.language] if person.account else []
    for code in (*person.languages, *account, person.organisation.language, settings.LANGUAGE_CODE):
        try:
            # Strictly: somebody who reads Arabic is not helped by a test language that begins with "ar".
            return get_supported_language_variant(str(code), strict=True)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE


def zone_of(person: Person) -> ZoneInfo:
    """The person's own zone, else the organisation's."""
    for name in (person.zone, person.organisation.zone):
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            continue
    return ZoneInfo("UTC")
