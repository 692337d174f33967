"""The nouns of the job, pure: nothing here knows files, databases, clocks or networks."""
