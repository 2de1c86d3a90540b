"""What happened, and what is owed because of it.

`record(verb, …)` writes one Entry (ids and codes, never words) inside the transaction of the act itself, and
one Errand for every (reaction, target) the verb owes; which reactions a verb has stands on one page,
`cairn/config/reactions.py`. Errands run right after the commit in the same process; the minute tick runs
what a crash or a fault left behind.

A reaction is one of two kinds, said by its decorator (`cairn/journal/reaction.py`):

    @inside(targets=both_people)          writes only rows of ours: effect and done-mark commit together,
    def count(errand: Errand) -> None:    so whatever dies, it happens exactly once

    @outside(targets=both_people, doubt="again")   speaks to another system: a lease is committed first, the
    def tell(errand: Errand) -> Settle:            errand's id is the idempotency key, and what it returns
                                                   is run together with the done-mark

`targets(entry)` gives stable names (usually ids of people): one errand for each, unique for ever. With no
`targets` there is one errand. An outside act that died between lease and mark is in doubt: `doubt="again"`
repeats it under the same key (transactional mail), `doubt="drop"` leaves it and counts it.
"""
