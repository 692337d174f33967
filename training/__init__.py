"""A synthetic world: fictitious households, the papers they send, and the scanner that sees them."""
