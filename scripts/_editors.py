"""Settings of VS Code: schemas for YAML, and a task that shows every mistake in its list of problems."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from firstlesson.diagnostics import Severity
from firstlesson.reports._words import SEVERITY

LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "info"}


def settings(schemas: Mapping[str, object]) -> dict[str, Any]:
    """How files of authors are read and saved."""
    return {
        "yaml.schemas": schemas,
        "yaml.format.enable": False,  # layout and comments are the author's
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[markdown]": {"editor.wordWrap": "on", "editor.tabSize": 4},
        "[yaml]": {"editor.wordWrap": "on", "editor.tabSize": 2, "editor.insertSpaces": True},
    }


def tasks() -> dict[str, Any]:
    """A task that checks after every save."""
    return {
        "version": "2.0.0",
        "tasks": [
            {
                "label": "firstlesson check",
                "detail": "Kontrollo pas çdo ruajtjeje / check after every save",
                "type": "shell",
                "command": "${workspaceFolder}/.venv/bin/firstlesson",
                "windows": {"command": "${workspaceFolder}\\.venv\\Scripts\\firstlesson.exe"},
                "args": ["check", "--watch", "--format", "concise"],
                "isBackground": True,
                "group": {"kind": "test", "isDefault": True},
                "presentation": {"reveal": "silent", "panel": "dedicated"},
                "problemMatcher": [matcher(severity) for severity in Severity],
            }
        ],
    }


def matcher(severity: Severity) -> dict[str, Any]:
    """Reads the lines of one severity, in whichever language they are."""
    words = "|".join(re.escape(word) for word in (SEVERITY[severity].en, SEVERITY[severity].sq))
    return {
        "owner": f"firstlesson-{LEVEL[severity]}",
        "source": "firstlesson",
        "severity": LEVEL[severity],
        "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": {
            "regexp": rf"^(.+?):(\d+):(\d+): (?:{words}) ([A-Z]{{3}}\d{{3}}) (.+)$",
            "file": 1,
            "line": 2,
            "column": 3,
            "code": 4,
            "message": 5,
        },
        "background": {
            "activeOnStart": True,
            "beginsPattern": r"^\d\d:\d\d:\d\d · ",
            "endsPattern": "^(?:Checked|U kontrolluan) ",
        },
    }
