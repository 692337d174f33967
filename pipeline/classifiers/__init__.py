"""Symbols to judgement: each answers with a confidence and its evidence, or abstains."""
