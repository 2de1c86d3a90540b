"""The command: match, check, replay, bench. Files in, files out; a fault is one kind sentence and exit
code 2.

Exit codes: 0 done · 1 `check` found cells or columns to mend · 2 the input cannot be used.
"""

import argparse
import csv
import json
import re
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from matchmaker.checking import check
from matchmaker.prepared import Prepared, prepare
from matchmaker.reading import File, cohort_of, neutral, read_file, read_kept, read_rules
from matchmaker.reason import words
from matchmaker.refusal import Refusal
from matchmaker.replaying import replay
from matchmaker.report import full_report, gate_line
from matchmaker.round import Round
from matchmaker.rules import Rules

UNITS = {"h": "hours", "d": "days", "w": "weeks"}
HEADER = ("mentee", "mentor", "fit", "strength", "reason_1", "reason_2", "reason_3", "difference")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.run(asked))
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="matchmaker", description="Matches mentors and mentees, and says why."
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    match = _with_people(commands.add_parser("match", help="one round for everybody"), _match)
    match.add_argument("--out", type=Path, required=True, help="where the pairs go, as CSV")
    match.add_argument("--keep", type=Path, help="pairs of an earlier round to keep where it costs little")
    _with_people(commands.add_parser("check", help="whom each rule shuts out, what cannot be read"), _check)
    again = _with_people(commands.add_parser("replay", help="rolling rounds over real arrivals"), _replay)
    again.add_argument("--every", type=_span, required=True, help="time between rounds, like 10d, 2w or 12h")
    for command in (match, again):
        command.add_argument("--report", type=Path, help="where the report goes, as JSON")
        command.add_argument(
            "--seed", type=int, default=0, help="decides ties; the same seed gives the same answer"
        )
    bench = commands.add_parser("bench", help="ratios against other solvers, in one run")
    bench.add_argument("--quick", action="store_true", help="smaller sizes, under a minute")
    bench.set_defaults(run=_bench)
    return parser


def _with_people(parser: argparse.ArgumentParser, run: Any) -> argparse.ArgumentParser:
    for name in ("--mentors", "--mentees", "--rules"):
        parser.add_argument(name, type=Path, required=True)
    parser.set_defaults(run=run)
    return parser


def _span(text: str) -> timedelta:
    found = re.fullmatch(r"(\d{1,5})([hdw])", text.strip())
    if found is None or int(found[1]) == 0:
        raise argparse.ArgumentTypeError(f'"{text}" is no time; write it like 10d, 2w or 12h')
    return timedelta(**{UNITS[found[2]]: int(found[1])})


def _read(asked: argparse.Namespace) -> tuple[File, File, Rules]:
    return read_file(asked.mentors, "mentor"), read_file(asked.mentees, "mentee"), read_rules(asked.rules)


def _match(asked: argparse.Namespace) -> int:
    began = perf_counter()
    mentors, mentees, rules = _read(asked)
    cohort = cohort_of(mentors, mentees, rules)
    reading = perf_counter() - began
    prepared = prepare(cohort, rules)
    _refuse_unreadable(prepared, mentors, mentees)
    round_ = prepared.play(kept=read_kept(asked.keep) if asked.keep else (), seed=asked.seed)
    written = perf_counter()
    _write_pairs(asked.out, prepared, round_)
    stages = {"read": reading, **round_.seconds, "write": perf_counter() - written}
    if asked.report:
        _write_json(asked.report, {**full_report(prepared, round_), "seconds": stages})
    _say(prepared, round_)
    return 0


def _refuse_unreadable(prepared: Prepared, mentors: File, mentees: File) -> None:
    for flag in prepared.flags.all():
        if flag.code == "unreadable":
            file = mentors if flag.side == "mentor" else mentees
            faults = file.faults(flag, prepared.rules)
            more = len(faults) - 1
            raise Refusal(
                faults[0] + (f" ({more} more like it; `matchmaker check` lists them.)" if more else "")
            )


def _write_pairs(path: Path, prepared: Prepared, round_: Round) -> None:
    with _writable(path) as text:
        lines = csv.writer(text, lineterminator="\n")
        lines.writerow(HEADER)
        for pair, card in zip(round_.pairs, prepared.cards(round_), strict=True):
            said = [words(reason, prepared.labels) for reason in (*card.reasons, card.difference)]
            row = [pair.mentee, pair.mentor, f"{pair.fit:.4f}", pair.strength, *said]
            lines.writerow([neutral(cell) for cell in row])


def _writable(path: Path) -> Any:
    try:
        return path.open("w", encoding="utf-8", newline="")
    except OSError as fault:
        raise Refusal(f"{path} cannot be written ({fault.strerror}); name another place.") from fault


def _write_json(path: Path, report: dict[str, Any]) -> None:
    with _writable(path) as text:
        json.dump(report, text, ensure_ascii=False, indent=1)
        text.write("\n")


def _say(prepared: Prepared, round_: Round) -> None:
    people = len(round_.pairs) + len(round_.unmatched)
    fits = f"mean fit {round_.mean:.3f}, worst {round_.minimum:.3f}"
    print(f"{len(round_.pairs)} of {people} mentees matched; {fits}.")
    print(f"At most {100 * round_.gap:.3f} % of the total fit is missing to the best possible round.")
    for gate in round_.gates:
        if not gate.on:
            print(f"Gate {gate_line(gate.id, on=gate.on, why=gate.why)}.")
    for flag in round_.flags:
        print(f"Look at {flag.side}s, column {flag.column}: {flag.code} ({len(flag.people)} people).")
    for one in round_.unmatched[:10]:
        print(f"{one.mentee}: {words(one.reason, prepared.labels)}.")


def _check(asked: argparse.Namespace) -> int:
    mentors, mentees, rules = _read(asked)
    found = check(mentors, mentees, rules)
    print("\n".join(found.lines))
    return 1 if found.faults else 0


def _replay(asked: argparse.Namespace) -> int:
    mentors, mentees, rules = _read(asked)
    cohort = cohort_of(mentors, mentees, rules)
    _refuse_unreadable(prepare(cohort, rules), mentors, mentees)
    report = replay(cohort, rules, every=asked.every, seed=asked.seed).as_report()
    if asked.report:
        _write_json(asked.report, report)
    for key in (
        "matches",
        "mean_shared_skills",
        "mean_wait_days_mentee",
        "mean_wait_days_mentor",
        "still_waiting",
    ):
        print(f"{key}: {report[key]:.2f}" if isinstance(report[key], float) else f"{key}: {report[key]}")
    return 0


def _bench(asked: argparse.Namespace) -> int:
    from matchmaker.bench.command import run  # noqa: PLC0415  other solvers are loaded only to be compared with

    return int(run(quick=asked.quick))
