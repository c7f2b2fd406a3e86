"""One file, one check: the package is walked, so a new file is all that a new check needs."""

from firstlesson.checks._registry import Check, Finding, all_checks, all_kinds, check
from firstlesson.checks._run import run_checks, run_checks_on

__all__ = ["Check", "Finding", "all_checks", "all_kinds", "check", "run_checks", "run_checks_on"]
