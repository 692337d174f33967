"""``pli rejouer``: plis judged again by today's rules, and what would change; nothing does."""

from pipeline.insight.replay.replay import Replayed, Rerun, replay
from pipeline.insight.replay.tables import as_sentences, as_table

__all__ = ["Replayed", "Rerun", "as_sentences", "as_table", "replay"]
