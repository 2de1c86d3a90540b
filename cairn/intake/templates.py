"""Empty files to begin from: every column Cairn understands, and two examples."""

from django.utils.translation import gettext as _

from cairn.intake.tables import TableFile, table_file
from cairn.programmes.enrolment import MENTOR
from cairn.programmes.programme import Programme
from cairn.questions.question import CHOICE, CHOICES, NUMBER, SCALE, Question

# Headings stay in English, as the recognition knows them in four languages; examples are made up.
_COMMON = (
    ("Full name", "Amina Diallo", "Bruno Ferreira"),
    ("E-mail", "amina@example.org", "bruno@example.org"),
    ("Time zone", "Africa/Lagos", "Europe/Lisbon"),
    ("Free hours", "Mon 09:00-12:00; Thu 18:00-20:00", "weekday evenings"),
    ("Languages", "English; French", "Portuguese; English"),
    ("Job title", "Analyst", "Head of design"),
    ("Pronouns", "she/her", ""),
    ("Reports to", "chen@example.org", ""),
    ("Gender", "", ""),
)
_MENTOR = (
    ("Skills offered", "Public speaking; Excel[1-3]", "Career change; Negotiating"),
    ("Capacity", "2", "1"),
    ("Hours a month", "4", ""),
)
_MENTEE = (
    ("Skills wanted", "Public speaking!; Excel", "Career change"),
    ("Goal", "Speak up in meetings", ""),
)


def template_file(programme: Programme, *, side: str, kind: str) -> TableFile:
    """The template of one side with the programme's own questions, as "csv" or "xlsx"."""
    columns = [*_COMMON[:4], *(_MENTOR if side == MENTOR else _MENTEE), *_COMMON[4:], *_questions(programme)]
    rows = [[column[at] for column in columns] for at in range(3)]
    return table_file(rows, stem=f"{programme.slug}-{side}s", kind=kind, title=_("People"))


def _questions(programme: Programme) -> list[tuple[str, str, str]]:
    if programme.question_set_id is None:
        return []
    asked = Question.objects.filter(question_set=programme.question_set_id).prefetch_related("options")
    return [(question.label, *_examples(question)) for question in asked]


def _examples(question: Question) -> tuple[str, str]:
    labels = [option.label for option in question.options.all() if not option.retired]
    if question.kind == CHOICES:
        return "; ".join(labels[:2]), "; ".join(labels[:1])
    if question.kind == CHOICE:
        return (labels or [""])[0], (labels or [""])[-1]
    return ("3", "5") if question.kind in {NUMBER, SCALE} else ("", "")
