"""Keep `id.po` in step with the code: `python -m bot.locales.catalogue` writes it anew.

Babel's own extractor cannot give `t.label("…")` a context that stands nowhere in the call.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from bot.i18n import BUTTON, CATALOGUE

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "handlers", "storage")
WIDTH = 110
HEADER = """\
# Indonesian for Lintas. Formal and warm: Anda, no exclamation marks; tenggat, mitra, program.
msgid ""
msgstr ""
"Language: id\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""

# Which argument of which call is a sentence: N_("…"), t("…"), md(t, "…"), t.plural("…", "…", n), t.label("…")
_SENTENCE = {"N_": 0, "t": 0, "self": 0, "md": 1}
_PLURAL = {"plural": 0, "md_plural": 1}


@dataclass(frozen=True, order=True)
class Entry:
    """A sentence of the code: where it stands, its plural if it has one, its context."""

    file: str
    line: int
    id: str
    plural: str | None = None
    context: str | None = None


def sentences(root: Path = ROOT) -> list[Entry]:
    """Every sentence in the code, in the order of files and lines."""
    found = [
        entry
        for package in PACKAGES
        for path in sorted((root / package).rglob("*.py"))
        for entry in _of_file(path, path.relative_to(root).as_posix())
    ]
    return sorted(found, key=lambda entry: (entry.file, entry.line))


def _of_file(path: Path, name: str) -> Iterator[Entry]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and (entry := _of_call(node, name)):
            yield entry


def _of_call(call: ast.Call, file: str) -> Entry | None:
    match call.func:
        case ast.Name(id=name):
            pass
        case ast.Attribute(attr=name):
            pass
        case _:
            return None
    if name in _SENTENCE and (said := _literal(call, _SENTENCE[name])):
        return Entry(file, call.lineno, said)
    if name == "label" and (said := _literal(call, 0)):
        return Entry(file, call.lineno, said, context=BUTTON)
    if name in _PLURAL and (one := _literal(call, _PLURAL[name])):
        return Entry(file, call.lineno, one, plural=_literal(call, _PLURAL[name] + 1))
    return None


def _literal(call: ast.Call, position: int) -> str | None:
    if len(call.args) <= position:
        return None
    argument = call.args[position]
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


def read(path: Path = CATALOGUE) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="id")


def update(path: Path = CATALOGUE) -> None:
    """New sentences without a translation, gone ones gone, kept ones as they were."""
    catalog = read(path)
    template = Catalog(locale="id")
    for entry in sentences():
        id_ = (entry.id, entry.plural) if entry.plural else entry.id
        template.add(id_, locations=[(entry.file, 0)], context=entry.context)
    catalog.update(template, no_fuzzy_matching=True)
    with path.open("wb") as file:
        file.write(HEADER.encode())
        write_po(file, catalog, width=WIDTH, omit_header=True, ignore_obsolete=True, include_lineno=False)


if __name__ == "__main__":
    update()
