"""Looking at the work: evaluate, explain, report."""
