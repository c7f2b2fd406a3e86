"""What a command takes from its surroundings: the day, and the language of the system."""

from __future__ import annotations

import datetime as dt
import locale
import os


def day_of_the_system() -> dt.date:
    """The day: that of `FIRSTLESSON_TODAY` or `SOURCE_DATE_EPOCH`, so that a build can be repeated.

    Raises ValueError, OverflowError or OSError where these hold no date.
    """
    given, epoch = (os.environ.get(one) for one in ("FIRSTLESSON_TODAY", "SOURCE_DATE_EPOCH"))
    if given:
        return dt.date.fromisoformat(given)
    if epoch:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    return dt.date.today()  # noqa: DTZ011  # local


def language_of_the_system() -> str:
    """`sq` where the system speaks Albanian, else `en`."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "sq" if os.environ[name].lower().startswith("sq") else "en"
    return "sq" if (locale.getlocale()[0] or "").lower().startswith(("sq", "albanian")) else "en"
