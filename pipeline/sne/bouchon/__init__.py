"""A stand-in for the SNE, for demonstrations and tests: a real server that speaks ``sne/1`` and forgets nothing."""
