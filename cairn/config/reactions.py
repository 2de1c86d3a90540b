"""Which reactions each verb of the journal owes. The whole news service of Cairn is this page.

A verb leads to dotted paths `cairn.<room>.reactions.<function>`. Names are stable: an errand that waits in
the table is found again by its path after a restart.
"""

REACTIONS: dict[str, tuple[str, ...]] = {
    "run.made": ("cairn.inclusion.reactions.count_fairness",),
    "proposal.made": ("cairn.notices.reactions.offer_match",),
    "proposal.accepted": ("cairn.notices.reactions.say_it_is_your_turn",),
    "proposal.declined": ("cairn.notices.reactions.say_it_will_not_begin",),
    "mentorship.begun": ("cairn.notices.reactions.say_it_has_begun",),
    "mentorship.ended": ("cairn.matching.reactions.offer_another",),
    "letter.sealed": ("cairn.notices.reactions.carry_surely", "cairn.notices.reactions.carry_once"),
}
