"""The papers that households send: what is said, by type and family, and how it is laid out."""
