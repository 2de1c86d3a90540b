"""Answers of many people at once, and codes that survive renaming."""

import pytest
from pytest_django import DjangoAssertNumQueries

from cairn.questions.answer import Answer, answers_for
from cairn.questions.question import Option, Question, QuestionSet, code_for
from tests.cast import Cast


@pytest.mark.parametrize("count", [1, 3])
def test_answers_of_one_and_of_three_cost_one_query(
    cast: Cast, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    people = [cast.amina, cast.bruno, cast.chen][:count]
    home = cast.amina.organisation
    asked = QuestionSet.objects.create(organisation=home, name="First Steps")
    season = Question.objects.create(
        organisation=home, question_set=asked, code="season", label="Season", kind="choice"
    )
    for person in people:
        Answer.objects.create(organisation=home, person=person, question=season, value="winter")
    with django_assert_num_queries(1):
        told = answers_for(people, question_set=asked)
    assert told == {person.pk: {"season": "winter"} for person in people}


def test_without_a_set_nothing_is_asked(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert answers_for([cast.amina], question_set=None) == {}


def test_renaming_an_option_leaves_its_code(cast: Cast) -> None:
    home = cast.amina.organisation
    asked = QuestionSet.objects.create(organisation=home, name="First Steps")
    season = Question.objects.create(
        organisation=home, question_set=asked, code="season", label="Season", kind="choice"
    )
    option = Option.objects.create(organisation=home, question=season, code="winter", label="Winter")
    option.label = "The cold one"
    option.save()
    assert Option.objects.get(code="winter").label == "The cold one"


def test_a_code_is_readable_and_never_taken_twice() -> None:
    assert code_for("Sales & Marketing", taken=()) == "sales-marketing"
    assert code_for("Ventes", taken={"ventes"}) != "ventes"
    assert code_for("日本", taken=()) == "日本"
    assert code_for("???", taken=()) == "o"
