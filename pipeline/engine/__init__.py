"""Who runs the work: one ``run``, wherever it was woken; the only threads and processes."""
