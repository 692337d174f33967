"""The two doors of the mailroom, as folders: what is dropped, taken, set aside and shown. No SQL."""
