"""One file, one check: the package is walked, so a new file is all that a new check needs."""

from firstlesson.checks._registry import Check, Finding, all_checks, all_kinds, check
from firstlesson.checks._run import Judged, judge, judge_folders, run_checks, run_checks_on

__all__ = [
    "Check",
    "Finding",
    "Judged",
    "all_checks",
    "all_kinds",
    "check",
    "judge",
    "judge_folders",
    "run_checks",
    "run_checks_on",
]
