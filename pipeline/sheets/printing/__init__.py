"""Separator sheets as PDF: the signed payload, its code in vectors, and the form around it. Pure."""
