"""Write the files that follow from the code: JSON Schemas, editors' settings, the list of checks, a server's settings.

`--check` writes nothing and fails where a committed file is out of date.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from _check_pages import check_pages
from _editors import settings, tasks
from _examples import examples
from _pieces import pieces
from _schemas import schema
from firstlesson.schema import FILE_KINDS
from firstlesson.site.security import nginx_file

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write or compare every generated file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only")
    check = parser.parse_args().check
    texts = generated()
    stale = [name for name, text in texts.items() if not up_to_date(name, text)]
    for name in stale:
        if check:
            print(f"{name} is out of date: run `python scripts/generate.py`")
        else:
            (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / name).write_text(texts[name], "utf-8", newline="\n")
            print(f"wrote {name}")
    if stale and not check and any(name.startswith("docs/") for name in stale):
        print("then run `firstlesson status --accept docs/checks.en.md`: both languages are new")
    return 1 if check and stale else 0


def generated() -> dict[str, str]:
    """Every generated file's text by its path."""
    files = {f"schemas/{name(kind)}": schema(kind) for kind in FILE_KINDS}
    bindings = {f"./schemas/{name(kind)}": where(kind) for kind in FILE_KINDS}
    files[".vscode/settings.json"] = as_json(settings(bindings))
    files[".vscode/tasks.json"] = as_json(tasks())
    files[".vscode/extensions.json"] = as_json({"recommendations": ["redhat.vscode-yaml"]})
    files["scripts/publish/nginx.conf"] = nginx_file()
    files["src/firstlesson/checks/examples.json"] = examples()
    files["src/firstlesson/checks/pieces.json"] = pieces()
    files.update(check_pages())
    return files


def name(kind: str) -> str:
    """The schema's file for a kind of file."""
    return kind.replace(".yml", ".schema.json")


def where(kind: str) -> str | list[str]:
    """Where files of a kind stand."""
    if kind == "translation.yml":
        return [f"{folder}/{kind}" for folder in ("lessons/*", "protocols/*", "docs")]
    if kind in ("lesson.yml", "quiz.yml", "scenario.yml"):
        return f"lessons/*/{kind}"
    return f"protocols/*/{kind}" if kind == "protocol.yml" else f"data/{kind}"


def as_json(data: object) -> str:
    """Text that reads well in a diff."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def up_to_date(path: str, text: str) -> bool:
    """Whether the committed file says the same."""
    file = ROOT / path
    return file.is_file() and file.read_text("utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
