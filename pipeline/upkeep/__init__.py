"""Keeping it sound: the invariants, in one function."""
