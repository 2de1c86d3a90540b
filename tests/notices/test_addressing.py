"""Where a person reads us, and in which language."""

import pytest

from cairn.journal.reaction import Refused
from cairn.notices.addressing import address_of, language_of
from tests.cast import Cast


@pytest.mark.parametrize(
    ("languages", "account", "organisation", "read"),
    [
        (["en"], "", "en", "en"),
        (["en-GB"], "", "en", "en"),
        (["xx", "en-xa"], "", "en", "en-xa"),
        (["ar"], "", "ar-xb", "ar-xb"),
        ([], "en-xa", "en", "en-xa"),
        (["no language at all"], "", "xx", "en"),
    ],
)
def test_people_read_us_in_the_first_language_we_both_speak(
    cast: Cast, languages: list[str], account: str, organisation: str, read: str
) -> None:
    cast.amina.languages, cast.amina.organisation.language = languages, organisation
    assert cast.amina.account is not None
    cast.amina.account.language = account
    assert language_of(cast.amina) == read


def test_a_person_without_an_address_is_written_to_at_their_accounts(cast: Cast) -> None:
    assert cast.amina.account is not None
    cast.amina.email = None
    assert address_of(cast.amina) == cast.amina.account.email


@pytest.mark.parametrize(
    "address", ["", "amina", "amina@example.org, all@example.org", "amina@example.org\nBcc: all@example.org"]
)
def test_what_is_no_address_is_never_written_to(cast: Cast, address: str) -> None:
    cast.amina.email, cast.amina.account = address, None
    with pytest.raises(Refused):
        address_of(cast.amina)
