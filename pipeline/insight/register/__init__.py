"""The register's other end: what was announced, received, accepted, deposited, acknowledged and told."""

from pipeline.insight.register.gather import Register, register
from pipeline.insight.register.shown import as_json, as_tables

__all__ = ["Register", "as_json", "as_tables", "register"]
