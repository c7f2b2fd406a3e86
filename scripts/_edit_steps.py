"""The processes that `benchmark.py edit` measures.

Without arguments it builds as the command does, and prints what each step took and which libraries it
loaded, as JSON. With names of libraries it only loads these, and prints what that took.
"""

from __future__ import annotations

import gc
import importlib
import json
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

STEPS = {
    "what stands there": "firstlesson.build.snapshot:snapshot_of",
    "reading the folder": "firstlesson.course.load:load",
    "checks: loading them": "firstlesson.checks._registry:all_checks",
    "checks of the folder": "firstlesson.checks._run:judge_folders",
    "staging its pages": "firstlesson.build.stage_folder:stage_folder",
    "MkDocs: settings": "firstlesson.hosts.mkdocs:configured",
    "MkDocs: the page": "firstlesson.hosts.shares:build_shares",
    "the rest: memory, placing, looking": "firstlesson.app:check_and_build",
}
"""A step is what this function takes, without the steps inside it."""


def build() -> None:
    """Builds as the command does and prints what each step took, and which libraries it loaded."""
    from firstlesson.build.garbage import loading  # noqa: PLC0415  # all that is loaded is measured

    with loading():
        import firstlesson.app  # noqa: PLC0415
        import firstlesson.cli.build  # noqa: PLC0415

    spent: dict[str, float] = dict.fromkeys(STEPS, 0.0)
    inside: list[float] = []
    loaded = time.process_time()

    def timed(step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:  # noqa: ANN401  # whatever it is
            start = time.process_time()
            inside.append(0.0)
            try:
                return function(*given, **named)
            finally:
                whole = time.process_time() - start
                spent[step] += whole - inside.pop()
                if inside:
                    inside[-1] += whole

        return run

    for step, place in STEPS.items():
        module, _, name = place.partition(":")
        real: Callable[..., Any] = getattr(sys.modules[module], name)
        for one in list(sys.modules.values()):  # wherever it was imported to
            if one.__name__.startswith("firstlesson") and vars(one).get(name) is real:
                setattr(one, name, timed(step, real))
    prepared = time.process_time()
    try:
        firstlesson.cli.main(["build"])
    except SystemExit as end:
        if end.code:
            raise
    spent["the rest: memory, placing, looking"] += (
        time.process_time() - prepared - sum(spent.values())
    )
    libraries = [name for name, one in sys.modules.items() if _is_library(one)]
    print(json.dumps({"loaded": loaded, "libraries": libraries, **spent}))


def _is_library(module: object) -> bool:
    name = getattr(module, "__name__", "")
    return "site-packages" in str(getattr(module, "__file__", "")) and not name.startswith("_")


def load(names: Sequence[str]) -> None:
    """Loads libraries and prints what that took since the process began."""
    gc.disable()
    for name in names:
        importlib.import_module(name)
    print(time.process_time())


if __name__ == "__main__":
    load(sys.argv[1:]) if sys.argv[1:] else build()
