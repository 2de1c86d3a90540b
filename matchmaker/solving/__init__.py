"""Choosing pairs: arrays in, arrays out. No people, no rules, no words.

Mentees are rows 0…n-1, mentors 0…m-1, a *fit* is a float (usually 0–1), a *capacity* an int of places at a mentor.
Everything is deterministic: the same arrays and the same seed give the same answer. Row numbers decide ties, so whoever
calls sorts people canonically (by id) and thereby makes the order of any input irrelevant.

    edges.py       Edges(mentees, mentors, start, mentor, fit)          the allowed pairs, CSR by mentee
                   Edges.from_pairs(mentee, mentor, fit, *, mentees, mentors) -> Edges     sorts; refuses doubles
                   edges.row(i) -> (mentor ids, fits); .position(i, j) -> int or -1; .kept_where(mask) -> Edges
                   edges.with_fit(fit) -> Edges; .rows() -> int32[e] mentee of every edge
    solution.py    Solution(mentor_of, total, bound, prices, profits, exact, aim)    .matched .gap .pairs() .load(m)
    solve.py       solve(edges, capacity, *, aim="most_matched", seed=0, prices=None, exact=None) -> Solution
    bottleneck.py  maximin(edges, capacity, *, seed=0, exact=None) -> Solution          worst pair first, then total
    parity.py      parity(edges, capacity, group, *, aim, cut=.97, solves=8) -> Parity
                   Parity(solution, before, after, means, weights, solves, cost)
    stable.py      stable(edges, mentee_scores, mentor_scores, capacity) -> Solution    scores float64[e], edge by edge
                   blocking_pairs(edges, mentee_scores, mentor_scores, capacity, mentor_of) -> list[(mentee, mentor)]
    keeping.py     keep(edges, mentor_of, *, bonus) -> Edges           kept pairs carry a bonus (solve, then unbonus)
                   true_total(edges, mentor_of) -> float               the sum of real fits of a choice
                   join_late(solution, edges, capacity, *, bonus=1.0) -> Joining(solution, joined, moved, waiting)
    reserve.py     reserve(capacity, share) -> int32[m]                what may be given out, share held back
    circles.py     circles(edges, led, *, smallest=4, largest=8, apart=(k,2), groups=bool[n,g]) -> Circles
                   Circles(facilitator_of, circle_of, total, members: list of arrays, left_out)
    certify.py     certify(score_block, capacity, *, mentees, edges=None, target=3e-4, aim) -> Certified
                   Certified(solution, edges, gap, passes); score_block(low, high) -> float32[high-low, m], and a pair
                   that a gate forbids scores -inf; nothing dense is ever kept
    lists.py       best_lists(score_block, *, mentees, mentors, per_mentee=50, per_mentor=20) -> Edges
    choices.py     shortlist(solution, edges, capacity, mentee, *, size=3) -> list[Choice(mentor, fit, regret, exact)]
                   forced(solution, edges, capacity, mentee, mentor) -> Solution   best round that holds this pair
    worth.py       worth(solution, edges, capacity) -> Worth(matches int32[m], gain float64[m], order int32[m])
                   what one more place at each mentor would bring, exact for an exact solution
    changing.py    changed(solution, edges, capacity, *, aim=None) -> Solution     quick re-solve from old prices
    warming.py     warm() -> float     compiles (or loads from cache) every kernel; seconds taken

Aims: `most_matched` matches as many mentees as any choice could, then maximises total fit among those choices, and the
bound is on the total fit at that number. `total_fit` maximises total fit alone (a pair of negative fit is never made).
"""
