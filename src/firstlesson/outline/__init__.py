"""Beginning a lesson or protocol: its first files, in every language, without a mistake."""

from firstlesson.outline.begin import Begun, Wish, begin
from firstlesson.outline.ids import problem_with_id, slug_of

__all__ = ["Begun", "Wish", "begin", "problem_with_id", "slug_of"]
