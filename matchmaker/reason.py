"""Why: a reason is structured (criterion, code, values), so that any product can say it in its own language.

`words` says it in English; the codes and their values are the keys of `SENTENCES`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

SENTENCES: dict[str, str] = {
    "offers_what_you_want": "Offers what is wanted: {skills}",
    "swap": "Each can teach the other: {skills} against {wanted}",
    "offers_near_what_you_want": "Offers {skills}, close to {wanted}",
    "speaks_of_the_same": "Both write about {words}",
    "means_the_same": "What they write is close in meaning",
    "shares_value": "Both have {values}",
    "differs_as_wished": "Brings another view: {mentor} beside {mentee}",
    "right_distance_in": "{mentor} against {mentee}: close to the step wished for",
    "free_together": "{minutes} free minutes a week together, such as {when} UTC",
    "both_async": "Both are happy to write instead of meeting",
    "chose_each_other": "Each chose the other",
    "mentee_chose": "The mentee's choice number {rank}",
    "mentor_chose": "The mentor's choice number {rank}",
    "near": "{km} km apart",
    "same_place": "Both in {place}",
    "far": "They work in different places: {mentor} and {mentee}",
    "waited": "Waiting for {days} days",
    "shares_language": "Both speak {languages}",
    "has_room": "Has room for one more",
    "could_be_new": "They have not been matched with each other before",
    "both_joined": "Both have joined this programme",
    "nothing_against": "Nothing stands against it",
    "other_value": "Different here: {mentor} beside {mentee}",
    "not_offered": "Not offered: {skills}",
    "step_between": "A step of {gap} between them",
    "few_hours": "Only {minutes} free minutes a week together",
    "not_chosen": "Neither had chosen the other",
    "other_words": "They describe what matters in different words",
    "alike": "Alike in all that was asked",
    "all_full": "{count} mentors would do, all of them are full",
    "low_fit": "The best of {count} possible mentors stays below the minimum fit",
    "no_mentor_offers": "No mentor offers {skills}",
    "not_offered_otherwise": "No mentor who would otherwise do offers {skills}",
    "missing_cell": "{column} is empty, so the rule cannot be checked",
    "no_shared_language": "No mentor who would otherwise do speaks {languages}",
    "no_shared_hours": "The nearest mentor shares {minutes} of {needed} free minutes a week",
    "same_line": "The only mentors who would do are in the same reporting line",
    "excluded": "The only mentors who would do are excluded",
    "untrained": "{count} mentors would do once their training is done",
    "not_trained": "The mentee's own training is not done",
    "no_capacity": "{count} mentors would do but have no capacity",
    "no_circle": "No circle with enough people came together around a mentor who would do",
    "already_paired": "The only mentors who would do have been paired with this person before",
    "oneself": "The only mentor who would do is the same person",
    "rule_unmet": "{count} mentors would do without the rule {rule}",
    "several_missing": "Every mentor misses at least {missing} conditions, most often {rules}",
    "nobody_there": "There are no mentors",
    "ask_skill": "What would you like to be able to do with {skills} in three months?",
    "ask_value": "What does {values} mean to you?",
    "ask_difference": "What do you see differently, {mentor} beside {mentee}?",
    "ask_goal": "What would make our first meeting worth it for you?",
}


@dataclass(frozen=True)
class Reason:
    """One reason or difference: the criterion or gate it comes from, a code of SENTENCES and the values
    that fill it.
    """

    criterion: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)


def words(reason: Reason, labels: Mapping[str, str] | None = None) -> str:
    """Return the English sentence; codes inside the values are replaced by their labels."""
    known = labels or {}
    return SENTENCES[reason.code].format_map(
        {key: _said(value, known) for key, value in reason.values.items()}
    )


def _said(value: object, labels: Mapping[str, str]) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(_said(each, labels) for each in value)
    if isinstance(value, float):
        return f"{value:g}"
    return labels.get(str(value), str(value))
