"""Pli: from the scanned envelope to the national register, every page accounted for."""
