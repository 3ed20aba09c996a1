"""Whether the exceptions that a change brings were approved, by whom, and who says so."""
