"""The national register seen from here: one port, and the connectors behind it."""
