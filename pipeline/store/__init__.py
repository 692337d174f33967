"""What is remembered: tasks, facts, blobs, journal. The only SQL."""
