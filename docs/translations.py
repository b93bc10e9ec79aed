"""The English of the site: catalogues kept in step with the Chinese pages.

``python docs/translations.py update`` takes what the pages say now into ``locale/en``, a catalogue
for each page; ``check`` says what is not translated or not up to date, and fails if anything is.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from sphinx.cmd.build import main as build

HERE = Path(__file__).parent
CATALOGUES = HERE / "locale" / "en" / "LC_MESSAGES"

sys.path.insert(0, str(HERE / "_ext"))

from languages import is_chinese  # noqa: E402 - docs/_ext is no package

from innov_consortium import catalogue  # noqa: E402 - the same

_HEADER = """\
msgid ""
msgstr ""
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def main() -> int:
    """Update or check the catalogues."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=("update", "check"))
    command = parser.parse_args().command
    with tempfile.TemporaryDirectory() as folder:
        # What there is to warn of is told when the site itself is built.
        status = build(["-Q", "-b", "gettext", "-d", f"{folder}/doctrees", str(HERE), folder])
        if status:
            return status
        wanted = dict(_extracted(Path(folder)))
    return _update(wanted) if command == "update" else _check(wanted)


def _extracted(folder: Path) -> Iterator[tuple[str, Catalog]]:
    """Yield for each page its name and what is to be translated of it: what is in Chinese.

    The law's own words are quoted on both sites, with their gloss.
    """
    quoted = {p.text for policy in catalogue().policies for p in policy.ledger.values()}
    for template in sorted(folder.rglob("*.pot")):
        page = template.relative_to(folder).with_suffix("").as_posix()
        wanted = Catalog(locale="en")
        for message in _read(template):
            if is_chinese(str(message.id)) and message.id not in quoted:
                wanted.add(message.id)
        if page != "sphinx" and len(wanted):  # sphinx.pot has the words of templates: none
            yield page, wanted


def _read(file: Path) -> Catalog:
    with file.open("rb") as stream:
        return read_po(stream, locale="en")


def _file_of(page: str) -> Path:
    return CATALOGUES / f"{page}.po"


# --- update ---------------------------------------------------------------------------------------


def _update(wanted: dict[str, Catalog]) -> int:
    """Write the catalogues anew; what changed a little keeps its translation, marked as fuzzy."""
    old = {p.relative_to(CATALOGUES).with_suffix("").as_posix(): _read(p) for p in _files()}
    known = {m.id: m.string for c in old.values() for m in c if m.id and m.string and not m.fuzzy}
    left = 0
    for page, template in wanted.items():
        catalogue = old.get(page, Catalog(locale="en"))
        catalogue.update(template, update_header_comment=False)
        catalogue.obsolete.clear()
        for message in _messages(catalogue):
            if (message.fuzzy or not message.string) and message.id in known:
                message.string = known[message.id]
                message.flags.discard("fuzzy")
        _write(_file_of(page), catalogue)
        left += sum(message.fuzzy or not message.string for message in _messages(catalogue))
    for page in old.keys() - wanted.keys():
        _file_of(page).unlink()
    print(f"{left} messages to translate")  # noqa: T201 - a command tells its result
    return 0


def _files() -> list[Path]:
    return sorted(CATALOGUES.rglob("*.po"))


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _write(file: Path, catalogue: Catalog) -> None:
    stream = io.BytesIO()
    write_po(stream, catalogue, width=100, omit_header=True, include_previous=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_HEADER + stream.getvalue().decode("utf-8").lstrip("\n"), encoding="utf-8")


# --- check ----------------------------------------------------------------------------------------


def _check(wanted: dict[str, Catalog]) -> int:
    """Tell of every page whose catalogue is missing, incomplete or of an earlier text."""
    there = {p.relative_to(CATALOGUES).with_suffix("").as_posix() for p in _files()}
    faults = [f"{page}: the page is gone" for page in sorted(there - wanted.keys())]
    for page, template in wanted.items():
        catalogue = _read(_file_of(page)) if page in there else Catalog(locale="en")
        found = {m.id: m for m in _messages(catalogue)}
        texts = {m.id for m in _messages(template)}
        faults += [f"{page}: not in the catalogue: {text}" for text in texts - found.keys()]
        faults += [f"{page}: no longer in the page: {text}" for text in found.keys() - texts]
        faults += [
            f"{page}: {'fuzzy' if m.fuzzy else 'not translated'}: {text}"
            for text, m in found.items()
            if text in texts and (m.fuzzy or not m.string)
        ]
    for fault in faults:
        print(fault)  # noqa: T201 - the same
    if faults:
        hint = "python docs/translations.py update, then fill in what is empty or fuzzy"
        print(f"{len(faults)} faults: {hint}")  # noqa: T201 - the same
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
