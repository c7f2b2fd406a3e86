"""The site while it is written: every save is built and shown, and mistakes stand in the page."""

from firstlesson.preview.serve import (
    Mistaken,
    News,
    NoPortError,
    Noticed,
    Ready,
    Shown,
    Working,
    serve,
)

__all__ = ["Mistaken", "News", "NoPortError", "Noticed", "Ready", "Shown", "Working", "serve"]
