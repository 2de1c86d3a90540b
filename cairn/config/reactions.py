"""Which reactions each verb of the journal owes. The whole news service of Cairn is this page.

A verb leads to dotted paths `cairn.<room>.reactions.<function>`. Names are stable: an errand that waits in
the table is found again by its path after a restart.
"""

REACTIONS: dict[str, tuple[str, ...]] = {
    "run.made": ("cairn.inclusion.reactions.count_fairness",),
    "proposal.made": ("cairn.notices.reactions.offer_match",),
    "proposal.accepted": ("cairn.notices.reactions.say_it_is_your_turn",),
    "proposal.declined": ("cairn.notices.reactions.say_it_will_not_begin",),
    "mentorship.begun": (
        "cairn.care.reactions.ask_at_the_beginning",
        "cairn.notices.reactions.say_it_has_begun",
    ),
    "goal.set": ("cairn.care.reactions.see_goal",),
    "goal.moved": ("cairn.care.reactions.see_goal",),
    "agreement.proposed": ("cairn.notices.reactions.ask_to_agree",),
    "mentorship.paused": ("cairn.notices.reactions.say_it_rests",),
    "mentorship.resumed": ("cairn.notices.reactions.say_it_goes_on",),
    "mentorship.closing": ("cairn.notices.reactions.say_it_is_closing",),
    "mentorship.ended": (
        "cairn.matching.reactions.offer_another",
        "cairn.notices.reactions.say_it_has_ended",
    ),
    "meeting.booked": (
        "cairn.care.reactions.see_booking",
        "cairn.notices.reactions.say_when_we_meet",
    ),
    "meeting.rescheduled": ("cairn.notices.reactions.say_the_new_time",),
    "meeting.cancelled": (
        "cairn.notices.reactions.say_it_is_off",
        "cairn.stories.reactions.give_the_slot_back",
    ),
    "meeting.reminded": ("cairn.notices.reactions.remind_of_the_meeting",),
    "meeting.opened": ("cairn.notices.reactions.say_it_begins",),
    "meeting.ended": ("cairn.notices.reactions.ask_how_it_was",),
    "meeting.held": (
        "cairn.care.reactions.ask_after_meeting",
        "cairn.notices.reactions.ask_how_it_was",
        "cairn.stories.reactions.free_the_asker",
    ),
    "meeting.late": ("cairn.notices.reactions.say_who_is_late",),
    "message.posted": (
        "cairn.web.reactions.ring_thread",
        "cairn.notices.reactions.say_somebody_wrote",
    ),
    "message.edited": ("cairn.web.reactions.ring_thread",),
    "message.taken_back": ("cairn.web.reactions.ring_thread",),
    "meeting.missed": ("cairn.stories.reactions.free_the_asker",),
    "signal.raised": ("cairn.notices.reactions.say_what_may_help",),
    "rescue.acted": ("cairn.notices.reactions.bring_words",),
    "check.asked": ("cairn.notices.reactions.ask_questions",),
    "letter.sealed": ("cairn.notices.reactions.carry_surely", "cairn.notices.reactions.carry_once"),
}
