"""Choosing pairs: arrays in, arrays out. No people, no rules, no words.

Mentees are rows 0…n-1, mentors 0…m-1, a *fit* is a float (usually 0–1), a *capacity* an int of places at a
mentor. Everything is deterministic: the same arrays and the same seed give the same answer. Row numbers
decide ties, so whoever calls sorts people by id and thereby makes the order of any input irrelevant.

    edges       Edges: the allowed pairs, compressed by mentee; from_pairs, row, position, kept_where
    solution    Solution: mentor_of, total, bound, prices, profits, exact; gap, pairs, load, fits
    solve       solve(edges, capacity, *, aim, seed, prices, exact) -> Solution
    bottleneck  maximin(edges, capacity): the worst pair first, then the total; best_worst: that bar alone
    parity      parity(edges, capacity, group) -> Parity: groups' mean outcomes brought together
    stable      stable(edges, mentee_scores, mentor_scores, capacity); blocking_pairs, which finds the unhappy
    keeping     keep(edges, mentor_of, *, bonus); true_total
    joining     join_late(solution, edges, capacity, *, bonus) -> Joining: who comes late, with few moves
    changing    changed(solution, edges, capacity): the same round again after a change
    reserve     reserve(capacity, share): what may be given out
    circles     circles(edges, led, *, smallest, largest, apart, groups) -> Circles
    lists       best_lists(score_block, *, mentees, mentors): short lists out of everybody
    certify     certify(score_block, capacity, *, mentees) -> Certified: every pair counts, none is kept
    choices     shortlist(solution, edges, capacity, mentee) -> [Choice]; forced: the best round with one pair
    worth       worth(solution, edges) -> Worth: what one more place at each mentor would bring
    warming     warm(): compile or load every kernel before anybody waits

Aims: `most_matched` matches as many mentees as any choice could, then maximises total fit among those
choices, and the bound is on the total fit at that number. `total_fit` maximises total fit alone, and never
makes a pair of negative fit.
"""
