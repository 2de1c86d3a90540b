"""All or nothing; again with a changed file is an update and never a double."""

from collections.abc import Callable

import pytest
from pytest_django import DjangoAssertNumQueries

from cairn.inclusion.self_identification import SelfIdentification
from cairn.intake import bringing, mending
from cairn.intake.cells.hours import written
from cairn.intake.tasks import start_bringing, start_check
from cairn.intake.upload import Upload
from cairn.journal.entry import Entry
from cairn.people.free_hour import FreeHour, hours_for
from cairn.people.own_skill import OwnSkill
from cairn.people.person import Person
from cairn.people.skill_claim import SkillClaim, skills_for
from cairn.programmes.enrolment import Enrolment
from cairn.questions.answer import Answer, answers_for
from cairn.questions.question import Option, Question
from tests import cast as players
from tests.cast import Cast
from tests.intake.files import (
    FATOU,
    GUS,
    HEADINGS,
    brought,
    check_again,
    checked,
    mail,
    received,
    stored,
    table,
    workbook,
)

MODELS = (Person, Enrolment, SkillClaim, FreeHour, Answer, OwnSkill, Question, Option, SelfIdentification)


def counts() -> list[int]:
    return [model.objects.count() for model in MODELS]


def fatou() -> Person:
    found: Person = Person.objects.get(email="fatou@x.example")
    return found


@pytest.mark.parametrize("make", [table, workbook])
def test_a_row_becomes_a_person_with_everything_it_says(cast: Cast, make: Callable[..., bytes]) -> None:
    upload = brought(make(FATOU, GUS))
    person = fatou()
    assert (person.name, person.zone, person.languages, person.arrived_via) == (
        "Fatou Ba",
        "Africa/Dakar",
        ["fr"],
        "import",
    )
    assert [claim.code for claim in skills_for([person])[person.pk]] == [
        "onet:microsoft-excel",
        "onet:kubernetes",
    ]
    assert written([(h.weekday, h.start, h.end) for h in hours_for([person])[person.pk]]) == "Mon 09:00-12:00"
    programme = players.programme()
    assert answers_for([person], question_set=programme.question_set_id) == {person.pk: {"department": "hr"}}
    assert {place.person.name for place in programme.mentors()} == {"Bruno Ferreira", "Fatou Ba", "Gus Ek"}
    assert upload.state == "done"
    assert Entry.objects.get(verb="intake.brought").data["new"] == 2


def test_the_same_file_again_changes_nothing(cast: Cast) -> None:
    brought(table(FATOU, GUS))
    before, kept = counts(), fatou().pk
    upload = checked(table(FATOU, GUS))
    assert (upload.summary["same"], upload.summary["new"], upload.summary["changed"]) == (2, 0, 0)
    brought(table(FATOU, GUS))
    assert (counts(), fatou().pk) == (before, kept)


def test_a_changed_file_changes_people_and_doubles_nobody(cast: Cast) -> None:
    brought(table(FATOU, GUS))
    people = Person.objects.count()
    other = (
        "Fatou Ba-Sy",
        "FATOU@x.example",
        "Python!",
        "Europe/Paris",
        "Tue 10-11",
        "French; English",
        "IT",
        "",
        "",
    )
    upload = checked(table(other))
    assert (upload.summary["changed"], upload.summary["absent"]) == (1, 2)
    brought(table(other))
    person = fatou()
    assert (Person.objects.count(), person.name, person.zone, person.languages) == (
        people, "Fatou Ba-Sy", "Europe/Paris", ["fr", "en"],
    )  # fmt: skip
    assert [(claim.code, claim.must) for claim in skills_for([person])[person.pk]] == [("onet:python", True)]
    assert answers_for([person], question_set=players.programme().question_set_id)[person.pk] == {
        "department": "it"
    }


def test_an_empty_cell_leaves_what_is_there(cast: Cast) -> None:
    brought(table(FATOU))
    brought(table(("Fatou Ba", "fatou@x.example", "", "", "", "", "", "", "")))
    person = fatou()
    assert (person.zone, len(skills_for([person])[person.pk])) == ("Africa/Dakar", 2)


def test_a_name_somebody_chose_is_never_overwritten(cast: Cast) -> None:
    cast.bruno.choose_name("Bruna Ferreira")
    row = ("Bruno Ferreira", mail(cast.bruno), "Excel", "", "", "", "", "", "")
    assert [fault.code for fault in checked(table(row)).faults(notes=True)] == ["name_kept"]
    brought(table(row))
    cast.bruno.refresh_from_db()
    assert cast.bruno.name == "Bruna Ferreira"


def test_somebody_who_is_here_already_is_not_made_again(cast: Cast) -> None:
    before = Person.objects.count()
    brought(table(("Dara", mail(cast.dara).upper(), "Excel", "", "", "", "", "", "")), side="mentee")
    assert Person.objects.count() == before
    assert Enrolment.objects.filter(person=cast.dara, side="mentee").exists()


def test_a_number_of_their_own_names_people_without_an_address(cast: Cast) -> None:
    headings = ("id", "Name", "Subjects", "Grade")
    brought(table(("7", "Seven", "Maths!", "9. Klasse"), headings=headings), side="mentee")
    brought(table(("7", "Seven", "Maths!; Music", "10. Klasse"), headings=headings), side="mentee")
    place = Enrolment.objects.select_related("person").get(external_id="7")
    claims = skills_for([place.person])[place.person_id]
    assert [(claim.code, claim.level_low, claim.must) for claim in claims] == [
        ("cairn:maths", 10, True), (claims[1].code, 10, False),
    ]  # fmt: skip
    assert place.level == 10


def test_one_fault_keeps_everybody_out(cast: Cast) -> None:
    before = counts()
    upload = checked(table(FATOU, ("Gus", "gus@", *GUS[2:])))
    assert not bringing.begin(upload)
    assert not start_bringing(upload)
    assert counts() == before


def test_a_fault_that_came_up_since_the_check_keeps_everybody_out(cast: Cast) -> None:
    upload = checked(table(("Ana", "ana@x.example", "7"), headings=("Name", "Mail", "id")))
    assert bringing.begin(upload)
    programme = players.programme()
    players.enrol(cast.dara, "mentor", to=programme)
    Enrolment.objects.filter(person=cast.dara).update(external_id="7")
    Person.objects.create(organisation=programme.organisation, name="Ana", email="ana@x.example")
    after = bringing.bring(Upload.objects.get(pk=upload.pk))
    assert (after.state, [fault.code for fault in after.faults()]) == ("checked", ["two_people"])
    assert not Enrolment.objects.filter(person__email="ana@x.example").exists()


def test_who_has_left_is_not_brought_back(cast: Cast) -> None:
    Enrolment.objects.get(person=cast.bruno).leave(by=cast.chen)
    upload = brought(table(("Bruno Ferreira", mail(cast.bruno), "Excel", "", "", "", "", "", "")))
    assert upload.summary["left"] == 1
    assert list(players.programme().mentors()) == []


def test_managers_are_found_in_the_file_here_and_when_they_come_later(cast: Cast) -> None:
    headings = ("Name", "Mail", "Manager")
    rows = (
        ("A", "a@x.example", "B"),
        ("B", "b@x.example", mail(cast.bruno)),
        ("C", "c@x.example", "late@x.example"),
    )
    brought(table(*rows, headings=headings), side="mentee")
    late = ("Late", "late@x.example", "")
    brought(table(late, headings=headings))
    managers = {
        person.name: person.manager and person.manager.name
        for person in Person.objects.filter(name__in="ABC")
    }
    assert managers == {"A": "B", "B": "Bruno Ferreira", "C": "Late"}
    assert Person.objects.get(name="C").manager_hint == ""


def test_options_are_one_whatever_their_case_and_new_ones_get_codes(cast: Cast) -> None:
    rows = [
        (f"P{n}", f"p{n}@x.example", said) for n, said in enumerate(("Sales", "sales", "SALES", "R&D", "R&D"))
    ]
    brought(table(*rows, headings=("Name", "Mail", "Department")))
    assert sorted(Option.objects.values_list("code", "label")) == [("rd", "R&D"), ("sales", "Sales")]


def test_a_renamed_option_is_still_the_one_people_chose(cast: Cast) -> None:
    brought(table(FATOU, GUS))
    Option.objects.filter(label="HR").update(label="People")
    brought(table((*FATOU[:6], "People", *FATOU[7:])))
    told = answers_for([fatou()], question_set=players.programme().question_set_id)
    assert (told[fatou().pk], Option.objects.count()) == ({"department": "hr"}, 2)


def test_groups_go_to_their_own_store_and_cannot_be_read(cast: Cast) -> None:
    brought(table(FATOU, GUS))
    brought(table(FATOU, GUS))
    said = SelfIdentification.objects.get(person=fatou())
    assert (said.dimension, SelfIdentification.objects.count()) == ("gender", 2)
    with pytest.raises(AttributeError):
        said.value  # noqa: B018 - reading it is the test


def test_the_file_and_everything_sealed_with_it_go_once_people_are_in(cast: Cast) -> None:
    upload = checked(table(FATOU))
    path = stored(upload).path
    assert bringing.begin(upload)
    bringing.bring(Upload.objects.get(pk=upload.pk))
    gone = Upload.objects.get(pk=upload.pk)
    assert (gone.file, gone.name, gone.findings, gone.roll, gone.summary["new"]) == (None, "", None, None, 1)
    assert not Person.objects.filter(name__contains=path.name).exists()
    with pytest.raises(mending.NotMendable):
        mending.mend(gone, {(2, 0): "x"})


def test_bringing_twice_at_once_brings_once(cast: Cast) -> None:
    upload = checked(table(FATOU))
    assert bringing.begin(upload)
    one, other = Upload.objects.get(pk=upload.pk), Upload.objects.get(pk=upload.pk)
    bringing.bring(one)
    assert bringing.bring(other).state == "done"
    assert Entry.objects.filter(verb="intake.brought").count() == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_a_bringing_in_costs_the_same_queries_for_one_and_for_three(
    cast: Cast, rows: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    people = [(f"P{n}", f"p{n}@x.example", *FATOU[2:]) for n in range(rows)]
    upload = checked(table(*people))
    assert bringing.begin(upload)
    fresh = Upload.objects.get(pk=upload.pk)
    with django_assert_max_num_queries(60) as asked:
        bringing.bring(fresh)
    QUERIES.add(len(asked))
    assert len(QUERIES) == 1


QUERIES: set[int] = set()


@pytest.mark.django_db(transaction=True)
def test_the_jobs_do_it_in_the_background() -> None:
    cast = players.cast()
    upload = received(table(FATOU, GUS), by=cast.chen)
    assert start_check(upload)
    upload.refresh_from_db()
    assert (upload.state, upload.done_rows) == ("checked", 2)
    assert start_bringing(upload)
    upload.refresh_from_db()
    assert (upload.state, upload.failure) == ("done", "")
    assert len(HEADINGS) == len(upload.columns)
    assert not start_check(upload)


def test_only_coordinators_of_the_programme_see_an_upload(cast: Cast) -> None:
    upload = check_again(received(table(FATOU), by=cast.chen))
    seen = [who.name for who in (cast.amina, cast.bruno, cast.chen, cast.dara, cast.ada)
            if upload in Upload.objects.visible_to(who)]  # fmt: skip
    assert seen == ["Chen Wei", "Ada Okafor"]
