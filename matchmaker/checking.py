"""Check before a round: which columns are not there, which cells cannot be read, whom each rule shuts out."""

from dataclasses import dataclass, field

from matchmaker.asked import SIDES
from matchmaker.prepared import Prepared, prepare
from matchmaker.reading import File, cohort_of
from matchmaker.refusal import meant
from matchmaker.report import gate_line
from matchmaker.rules import Rules
from matchmaker.writing_up import gate_states

NAMED = 5


@dataclass
class Found:
    """What a check says, line by line; `faults` counts what has to be mended, hints on rules not among
    them.
    """

    lines: list[str] = field(default_factory=list)
    faults: int = 0

    def fault(self, line: str) -> None:
        self.lines.append(line)
        self.faults += 1


def check(mentors: File, mentees: File, rules: Rules) -> Found:
    """Return everything a coordinator should know before the round, faults first."""
    found = Found()
    files = {"mentor": mentors, "mentee": mentees}
    _columns(found, files, rules)
    if found.faults:
        return found
    prepared = prepare(cohort_of(mentors, mentees, rules), rules)
    _cells(found, prepared, files)
    _gates(found, prepared)
    _shut_out(found, prepared)
    if not found.faults:
        found.lines.append("Everything can be read.")
    return found


def _columns(found: Found, files: dict[str, File], rules: Rules) -> None:
    """Name criteria whose columns are missing; optional columns that are missing only set their gate off."""
    for criterion in rules.criteria:
        wanted = [("mentor", criterion.mentor), ("mentee", criterion.mentee)]
        wanted.append(("mentee", str(criterion.options.get("level", ""))))
        for side, column in wanted:
            header = files[side].header
            if column and column not in header:
                found.fault(
                    f'{files[side].path.name}, row 1: there is no column "{column}" for the criterion'
                    f' "{criterion.id}".{meant(column, header)}'
                )
    for side in SIDES:
        mapped = {column: key for key, column in rules.columns[side].items()}
        for column in sorted(set(mapped) - set(files[side].header)):
            found.lines.append(
                f'{files[side].path.name} has no column "{column}", mapped to {mapped[column]};'
                " what needs it is off."
            )


def _cells(found: Found, prepared: Prepared, files: dict[str, File]) -> None:
    said = {
        "empty": '{file}, column "{column}": empty for {people}; taken as unknown.',
        "unknown_person": '{file}, column "{column}": "{sample}" is nobody on the other side.',
        "no_zone_column": "{file} has no zone column; all free time is taken as one zone.",
    }
    for flag in prepared.flags.all():
        file, people = files[flag.side], _named(flag.people)
        if flag.code == "unreadable":
            for line in file.faults(flag, prepared.rules):
                found.fault(line)
        elif flag.code in said:
            sentence = said[flag.code]
            told = {"file": file.path.name, "column": flag.column, "people": people, "sample": flag.sample}
            found.lines.append(sentence.format_map(told))


def _gates(found: Found, prepared: Prepared) -> None:
    for gate in gate_states(prepared.scoring):
        line = gate_line(gate.id, on=gate.on, why=gate.why)
        found.lines.append(f"Gate {line}{f'; it forbids {gate.shuts_out} pairs' if gate.on else ''}.")


def _shut_out(found: Found, prepared: Prepared) -> None:
    for line in prepared.lint():
        people = [
            f"{len(ids)} {side}{'s' if len(ids) != 1 else ''} ({_named(ids)})"
            for side, ids in (("mentee", line.mentees_shut_out), ("mentor", line.mentors_shut_out))
            if ids
        ]
        name = "All rules together" if line.rule == "all" else f"The rule {line.rule}"
        out = (
            f", and shut out {' and '.join(people)} altogether"
            if people
            else ", and shut out nobody altogether"
        )
        found.lines.append(
            f"{name} forbid{'' if line.rule == 'all' else 's'} {line.share:.0%} of pairs{out}."
        )


def _named(people: tuple[str, ...]) -> str:
    more = f" and {len(people) - NAMED} more" if len(people) > NAMED else ""
    return f"{', '.join(people[:NAMED])}{more}"
