"""The matching engine: people and rules in, pairs and reasons out. Pure: no Django, no clock, no
randomness not given.

    cohort = Cohort(mentors=[Person(id, cells, capacity, arrived), …], mentees=[…], taxonomy=…, excluded=…,
    reports_to=…) rules = Rules.from_mapping({"columns": {…}, "criterion": [{"id": …, "kind": …, "mentor":
    …, "mentee": …, "weight": …}],
                                "gates": {…}, "round": {…}})                     # the mapping of R.toml;
                                Rules.parse(text)
    prepared = prepare(cohort, rules)                       # everything that does not depend on weights;
    keep it, play often

    prepared.play(*, weights=None, aim=None, locked=(), forbidden=(), kept=(), seed=0) -> Round
                        # weights: {criterion id: float}; pairs are (mentee id, mentor id)
    prepared.card(mentee, mentor, weights=None) -> Card(fit, strength, reasons (3), difference, question:
    Reason) prepared.shortlist(round, mentee, size=3) -> list[Choice(mentor, fit, strength, cost, unmatched)]
    prepared.alternatives(round, mentee) -> list[Choice]    # everyone allowed, best first, with what each
    would cost prepared.consequence(round, Change(lock=…, forbid=…, unlock=…, swap=…)) ->
    Consequence(total_before, …, changed, round) prepared.hints(round, limit=5) -> list[Hint(kind, mentors,
    criterion, gain, cost)]; hint.apply(cohort, rules) prepared.balance() -> list[Balance(skill, wanted,
    offered)] prepared.lint() -> list[Lint(rule, mentees_shut_out, mentors_shut_out, pairs)]
    prepared.exploits(round, tries=40) -> Exploits(checked, possible, named)
    compare(a, b) -> Comparison(changed, total_a, total_b, …)
    roll(prepared, kept, *, allow_moves=False, seed=0) -> Round
    fairness(round, groups) -> suppressed tables;  form_circles(prepared, smallest=4, largest=8, seed=0) ->
    list[Circle] words(reason, labels) -> the English sentence of a Reason(criterion, code, values)

`Refusal` (a ValueError) is raised for rules or cells that cannot be used; `str(refusal)` is one kind
sentence.
"""

from matchmaker.asked import Criterion
from matchmaker.balance import Balance
from matchmaker.cards import Card
from matchmaker.choosing import Change, Choice, Consequence
from matchmaker.circling import Circle, Circles, form_circles
from matchmaker.cohort import Cohort, Person, Taxonomy
from matchmaker.comparison import Comparison, compare
from matchmaker.exploits import Exploits, Narrowing
from matchmaker.fairness import fairness
from matchmaker.hints import Hint
from matchmaker.linting import Lint
from matchmaker.prepared import Prepared, prepare
from matchmaker.reason import SENTENCES, Reason, words
from matchmaker.refusal import Refusal
from matchmaker.rolling import roll
from matchmaker.round import Choices, Flag, GateState, Pair, Round, Unmatched
from matchmaker.rules import Rules
from matchmaker.warming import warm

__all__ = [
    "SENTENCES",
    "Balance",
    "Card",
    "Change",
    "Choice",
    "Choices",
    "Circle",
    "Circles",
    "Cohort",
    "Comparison",
    "Consequence",
    "Criterion",
    "Exploits",
    "Flag",
    "GateState",
    "Hint",
    "Lint",
    "Narrowing",
    "Pair",
    "Person",
    "Prepared",
    "Reason",
    "Refusal",
    "Round",
    "Rules",
    "Taxonomy",
    "Unmatched",
    "compare",
    "fairness",
    "form_circles",
    "prepare",
    "roll",
    "warm",
    "words",
]
