"""What is sealed opens with its key at its place, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.kernel import cipher

KEY = bytes(range(32))
HERE = cipher.place("org", "table", "column", "row")


@given(st.binary(max_size=500))
def test_what_is_sealed_comes_back(plain: bytes) -> None:
    assert cipher.unseal(cipher.seal(plain, key=KEY, at=HERE), key=KEY, at=HERE) == plain


def test_the_same_text_is_sealed_differently_each_time() -> None:
    assert cipher.seal(b"word", key=KEY, at=HERE) != cipher.seal(b"word", key=KEY, at=HERE)


@pytest.mark.parametrize("where", range(30))
def test_a_changed_byte_is_noticed(where: int) -> None:
    sealed = bytearray(cipher.seal(b"words", key=KEY, at=HERE))
    sealed[where] ^= 1
    with pytest.raises(cipher.Tampered):
        cipher.unseal(bytes(sealed), key=KEY, at=HERE)


def test_a_value_moved_to_another_row_does_not_open() -> None:
    sealed = cipher.seal(b"words", key=KEY, at=HERE)
    with pytest.raises(cipher.Tampered):
        cipher.unseal(sealed, key=KEY, at=cipher.place("org", "table", "column", "other row"))


def test_places_that_read_alike_are_different_places() -> None:
    assert cipher.place("ab", "c") != cipher.place("a", "bc")


@pytest.mark.parametrize("short", [b"", b"\x01", b"\x01" + bytes(11), b"\x02" + bytes(40)])
def test_what_was_never_sealed_is_refused(short: bytes) -> None:
    with pytest.raises(cipher.Tampered):
        cipher.unseal(short, key=KEY, at=HERE)


def test_a_key_can_be_written_down_and_read_back() -> None:
    key = cipher.new_key()
    assert cipher.key_from_text(cipher.key_to_text(key) + "\n") == key


@pytest.mark.parametrize("text", ["", "short", "not base64 !", "A" * 44])
def test_a_text_that_is_no_key_is_refused_with_the_way_to_make_one(text: str) -> None:
    with pytest.raises(cipher.BadKey, match="openssl rand -base64 32"):
        cipher.key_from_text(text)
