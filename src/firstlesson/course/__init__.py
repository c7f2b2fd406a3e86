"""Everything the authors wrote: read, joined and addressable."""

from firstlesson.course.load import load
from firstlesson.course.model import Course, Lesson, Page, Prose, Protocol

__all__ = ["Course", "Lesson", "Page", "Prose", "Protocol", "load"]
