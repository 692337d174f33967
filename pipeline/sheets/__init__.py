"""Separator sheets: the grammar of their codes, and what is printed on them."""
