"""The files that people edit: how they are read, and what may stand in each."""
