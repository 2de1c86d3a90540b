"""The dry run: every row read, compared and judged, nothing written."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from cairn.intake.column import Column
from cairn.intake.comparing import Comparer
from cairn.intake.doubles import double_faults, drop_repeats, join_rows
from cairn.intake.draft import Draft
from cairn.intake.fault import Fault
from cairn.intake.managers import Managers
from cairn.intake.mends import Mends
from cairn.intake.parsing import Parser
from cairn.intake.present import Present, present_for
from cairn.intake.questionbook import QuestionBook
from cairn.intake.sheet import Sheet
from cairn.programmes.programme import Programme

#: Rows between two words about progress.
STEP = 250


@dataclass(slots=True)
class Examined:
    """What a dry run knows. `states` tell for each row that could come in "new", "changed", "same" or
    "left".
    """

    drafts: dict[int, Draft]
    faults: list[Fault]
    states: dict[int, str]
    book: QuestionBook
    managers: Managers
    present: Present
    rows: int
    joined: int = 0
    repeated: int = 0
    left_out: int = 0
    absent: int = 0
    spellings: dict[str, list[str]] = field(default_factory=dict)

    @property
    def faulty_rows(self) -> set[int]:
        """Rows that keep the file from coming in."""
        return {fault.row for fault in self.faults if not fault.is_note}


def examine(
    sheet: Sheet, *, columns: Sequence[Column], mends: Mends, programme: Programme, side: str,
    progress: Callable[[int], None] = lambda _done: None,
) -> Examined:  # fmt: skip
    """Read every row, find doubles, compare with who is here."""
    book = QuestionBook(programme, columns)
    kinds = {page.question.code: page.question.kind for page in book.pages.values()}
    parser = Parser(columns, mends=mends, home=programme.organisation.zone, kinds=kinds)
    drafts, faults = _parsed(sheet, parser, mends, progress)
    repeated = drop_repeats(drafts)
    joined = join_rows(drafts, faults, mends)
    for draft in drafts.values():
        book.code(draft)
    places = {column.meaning: (column.index, column.heading) for column in columns}
    for fault in double_faults(drafts.values(), faults, places=places):
        faults[fault.row].append(fault)
    present = present_for(programme, side=side, drafts=list(drafts.values()))
    managers = Managers(list(drafts.values()), present, organisation=programme.organisation)
    compare = Comparer(present, managers, side=side, places=places)
    states = {row: compare.state(draft, faults[row]) for row, draft in drafts.items()}
    return Examined(
        drafts, _counted(faults), states, book, managers, present, len(sheet.rows), joined, repeated,
        len(mends.left_out & {row for row, _ in sheet.rows}), compare.absent(), _spellings(drafts.values()),
    )  # fmt: skip


def _parsed(
    sheet: Sheet, parser: Parser, mends: Mends, progress: Callable[[int], None]
) -> tuple[dict[int, Draft], dict[int, list[Fault]]]:
    drafts: dict[int, Draft] = {}
    faults: dict[int, list[Fault]] = defaultdict(list)
    for done, (row, cells) in enumerate(sheet.rows, start=1):
        if row not in mends.left_out:
            draft, found = parser.parse(row, cells, sheet.formulas)
            drafts[row] = draft
            if found:
                faults[row] += found
        if done % STEP == 0:
            progress(done)
    return drafts, faults


def _counted(faults: dict[int, list[Fault]]) -> list[Fault]:
    """All faults in the order of rows; those with an offer know how many rows one yes would mend."""
    listed = [fault for row in sorted(faults) for fault in faults[row]]
    alike = Counter((fault.meaning, fault.part) for fault in listed if fault.offer)
    return [
        replace(fault, alike=alike[fault.meaning, fault.part]) if fault.offer else fault for fault in listed
    ]


def _spellings(drafts: Iterable[Draft]) -> dict[str, list[str]]:
    """Skills that were written in more than one way: {code: [spelling, …]}, the commonest first."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for draft in drafts:
        for claim in (*(draft.offered or ()), *(draft.wanted or ())):
            written[claim.code][claim.label] += 1
    return {
        code: [label for label, _ in ways.most_common()]
        for code, ways in sorted(written.items())
        if len(ways) > 1
    }
