"""Where the tree asks a checker to look away, and whether it says why."""

import io
import re
import tokenize
from collections.abc import Iterator

MARK = re.compile(
    r"#\s*(?:ruff:\s*)?noqa\b(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?"
    r"|#\s*type:\s*ignore\b(?:\[[\w,\s-]*\])?"
    r"|#\s*pragma:\s*no\s*\w+"
    r"|#\s*mypy:\s*[\w-]+(?:\s*=\s*\S+)?"
)
WORD = re.compile(r"[^\W\d_]{2,}")
CODE = re.compile(r'^[^#]*"[A-Z]{1,6}\d{0,4}"')


def unexplained(source: str) -> list[int]:
    """Lines of Python whose exception says why neither behind itself nor on the line above. Lines that
    follow each other with the very same exception share the reason of the first.
    """
    lines, asked = source.splitlines(), dict(_asked(source))
    bare: list[int] = []
    for line, (mark, explained) in asked.items():
        shared = asked.get(line - 1, ("", False))[0] == mark and line - 1 not in bare
        if not (explained or shared) and not (line > 1 and _says_why(lines[line - 2])):
            bare.append(line)
    return bare


def _asked(source: str) -> Iterator[tuple[int, tuple[str, bool]]]:
    """Each line with exceptions: which they are, and whether words stand beside them."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT and (marks := MARK.findall(token.string)):
            yield token.start[0], (" ".join(marks), bool(WORD.search(MARK.sub("", token.string))))


def _says_why(line: str) -> bool:
    """A whole line of comment which is more than an exception itself."""
    return line.lstrip().startswith("#") and bool(WORD.search(MARK.sub("", line)))


def unexplained_codes(settings: str) -> list[int]:
    """Lines of `pyproject.toml` that switch a rule of ruff off and say why neither there nor above."""
    lines = settings.splitlines()
    first = next((at for at, line in enumerate(lines) if line.startswith("[tool.ruff")), len(lines))
    return [
        at + 1
        for at, line in enumerate(lines)
        if at > first and CODE.search(line) and '["ALL"]' not in line
        if not WORD.search(line.partition("#")[2]) and not _says_why(lines[at - 1])
    ]
