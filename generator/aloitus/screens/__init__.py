"""What a terminal shows of plans: coloured tables on a screen of 80 columns, plain text in a pipe."""
