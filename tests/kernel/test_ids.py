"""Ids rise, do not collide, and say they are of version 7."""

from concurrent.futures import ThreadPoolExecutor

from cairn.kernel import ids


def test_ids_rise_within_one_process() -> None:
    made = [ids.new() for _ in range(5000)]
    assert made == sorted(made)


def test_ids_of_many_threads_are_all_different() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = [
            one for batch in pool.map(lambda _: [ids.new() for _ in range(500)], range(8)) for one in batch
        ]
    assert len(set(made)) == 4000


def test_an_id_is_a_uuid_of_version_seven() -> None:
    made = ids.new()
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
