"""Rules as a section of settings."""

import pytest

from cairn.matching import lab
from cairn.matching.refusal import Refused
from cairn.matching.rulebook import Criterion, Gates, Rulebook, rules_of, save
from cairn.packs.crowd import gather_crowd
from cairn.people.person import Person
from cairn.programmes.enrolment import Enrolment
from cairn.programmes.programme import Programme
from cairn.questions.question import Option, Question

BOOK = Rulebook((Criterion("skills", "skills", "skills", 8), Criterion("hours", "hours", "hours", 6)))


def test_a_rulebook_survives_its_settings() -> None:
    assert Rulebook.parse(BOOK.as_section()) == BOOK


@pytest.mark.parametrize(
    "section",
    [
        {"criteria": [{"id": "skills", "kind": "skills", "source": "skills", "weight": 11}]},
        {"criteria": [{"id": "skills", "kind": "hours", "source": "skills", "weight": 1}]},
        {"criteria": [{"id": "x", "kind": "skills", "source": "salary", "weight": 1}]},
        {"criteria": [{"id": "x", "colour": "blue"}]},
        {"aim": "cheapest"},
        {"minimum_fit": 2},
        {"gates": {"hours": -1}},
    ],
)
def test_nonsense_is_refused(section: dict[str, object]) -> None:
    with pytest.raises(Refused):
        Rulebook.parse(section)


def test_rules_are_added_weighed_made_a_must_and_removed() -> None:
    book = BOOK.with_criterion("q:department", kind="different", weight=2).with_weights({"skills": 3})
    book = book.with_must("skills", must=True).without("hours").with_gates(language=False)
    assert book == Rulebook(
        (
            Criterion("skills", "skills", "skills", 3, must=True),
            Criterion("q:department", "different", "q:department", 2),
        ),
        Gates(language=False),
    )


def test_two_rules_about_one_question_have_two_ids() -> None:
    book = BOOK.with_criterion("q:city", kind="same").with_criterion("q:city", kind="different")
    assert [each.id for each in book.criteria][2:] == ["q:city", "q:city--different"]


def test_a_programme_that_set_nothing_gets_rules_from_what_its_people_have(
    steps: Programme, trio: dict[str, Enrolment]
) -> None:
    book = rules_of(steps)
    assert book.weights == {"skills": 8, "hours": 3, "waiting": 1}
    assert book.gates == Gates(language=True, hours=60)


def test_an_empty_programme_has_rules_too(steps: Programme) -> None:
    assert rules_of(steps).gates == Gates(language=False, hours=0)


def test_every_revision_is_a_version(steps: Programme) -> None:
    chen = Person.objects.get(name="Chen Wei")
    assert save(steps, BOOK, by=chen) == 1
    assert save(steps, BOOK.with_weights({"skills": 2}), by=chen) == 2
    assert rules_of(steps).weights == {"skills": 2, "hours": 6}


def test_renaming_questions_and_options_breaks_nothing(steps: Programme) -> None:
    gather_crowd(steps, mentees=12, mentors=8)
    before = lab.play(steps).round
    Question.objects.update(label="Guild")
    Option.objects.filter(code="sales").update(label="Selling")
    after = lab.play(steps).round
    assert after.pairs == before.pairs
