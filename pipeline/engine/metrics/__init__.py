"""How the work goes, in numbers that a program reads: gauges drawn from the database when they are asked for."""
