"""The catalogue: every sentence a person reads, from code and templates, without gettext's programs.

    python scripts/words.py            writes cairn/locale/django.pot anew, and lets each language follow
    python scripts/words.py --check    fails where the catalogue no longer answers the code
    python scripts/words.py --pseudo   writes two made-up languages into build/locale

A language follows by keeping what it says; a sentence it does not say yet stays empty, and a test names it.
`scripts/prepare.py` compiles the languages.

The made-up languages: `en-xa` puts accents on letters and brackets round every sentence, so that a sentence
outside the catalogue stands out; `ar-xb` has the brackets only, and is laid out from right to left.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
from babel.messages.extract import extract_python
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
POT = ROOT / "cairn/locale/django.pot"
LANGUAGES = sorted(ROOT.glob("cairn/locale/*/LC_MESSAGES/django.po"))
KEYWORDS: Any = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), (1,)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
TEMPLATES = (".html", ".txt", ".mjml")
KEPT = re.compile(r"(%\(\w+\)[a-z]|%[sd%]|\{[^}]*\}|<[^>]*>|&\w+;)")
ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "åçéîñöšüýžÅÇÉÎÑÖŠÜÝŽ")


def collect() -> polib.POFile:
    """Every sentence with the files it stands in, in the order of the alphabet."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for path in sorted((ROOT / "cairn").rglob("*")):
        for key in _sentences(path):
            found.setdefault(key, set()).add(path.relative_to(ROOT).as_posix())
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8", "Content-Transfer-Encoding": "8bit"}
    for (context, one, many), places in sorted(found.items()):
        plural = {"msgid_plural": many, "msgstr_plural": {0: "", 1: ""}} if many else {}
        occurrences = [(place, "") for place in sorted(places)]
        catalogue.append(polib.POEntry(msgctxt=context or None, msgid=one, occurrences=occurrences, **plural))
    return catalogue


def _sentences(path: Path) -> Iterator[tuple[str, str, str]]:
    """(context, sentence, plural) of each call in a file."""
    if "migrations" in path.parts or path.suffix not in {".py", *TEMPLATES} or not path.is_file():
        return
    source = path.read_text(encoding="utf-8")
    if path.suffix in TEMPLATES:
        # What templatize leaves is calls among blanked-out text; indents would make no sense to a tokenizer.
        source = "\n".join(line.strip() for line in templatize(source, origin=str(path)).splitlines())
    words: Any  # one sentence, or several with gaps between them
    for _line, name, words, _comments in extract_python(io.BytesIO(source.encode()), KEYWORDS, [], {}):
        given = [words] if isinstance(words, str) else [str(word) for word in words if word]
        context = given.pop(0) if "pgettext" in name else ""
        if given:
            yield context, given[0], given[1] if len(given) > 1 else ""


def follow(language: Path, *, catalogue: polib.POFile) -> polib.POFile:
    """The sentences of the catalogue with what this language says to them; what is gone is gone."""
    known = polib.pofile(str(language))
    kept = polib.POFile(wrapwidth=100)
    kept.metadata = known.metadata
    for entry in catalogue:
        said = known.find(entry.msgid, msgctxt=entry.msgctxt or False)
        if said is not None and said.msgid_plural == entry.msgid_plural:
            entry.msgstr, entry.msgstr_plural = said.msgstr, said.msgstr_plural
        kept.append(entry)
    return kept


def pseudo(sentence: str, *, accents: bool) -> str:
    """The sentence as nobody writes it, its placeholders and tags left alone."""
    if not sentence.strip():
        return sentence
    parts = KEPT.split(sentence)
    if accents:
        parts = [part if index % 2 else part.translate(ACCENTS) for index, part in enumerate(parts)]
    head, tail = ("\n" if sentence.startswith("\n") else ""), ("\n" if sentence.endswith("\n") else "")
    return f"{head}⟦{''.join(parts).strip(chr(10))}⟧{tail}"


def write_pseudo(folder: Path, *, catalogue: polib.POFile) -> None:
    """Both made-up languages, compiled."""
    for locale, accents in (("en_XA", True), ("ar_XB", False)):
        catalogue.metadata["Plural-Forms"] = "nplurals=2; plural=(n != 1);"
        for entry in catalogue:
            entry.msgstr = pseudo(entry.msgid, accents=accents)
            if entry.msgid_plural:
                many = pseudo(entry.msgid_plural, accents=accents)
                entry.msgstr, entry.msgstr_plural = "", {0: pseudo(entry.msgid, accents=accents), 1: many}
        place = folder / locale / "LC_MESSAGES"
        place.mkdir(parents=True, exist_ok=True)
        catalogue.save_as_mofile(str(place / "django.mo"))


def main(argument: str) -> int:
    """Do what the argument says."""
    settings.configure()
    if argument == "--pseudo":
        write_pseudo(ROOT / "build/locale", catalogue=collect())
        return 0
    now = str(collect())
    if argument == "--check":
        in_step = POT.exists() and POT.read_text(encoding="utf-8").strip() == now.strip()
        print("" if in_step else "The catalogue is out of step: run make words.", end="" if in_step else "\n")
        return 0 if in_step else 1
    POT.parent.mkdir(parents=True, exist_ok=True)
    POT.write_text(now.strip() + "\n", encoding="utf-8")
    for language in LANGUAGES:
        language.write_text(str(follow(language, catalogue=collect())).strip() + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
