"""What we say to people about their pli, to whom, and how it leaves."""
