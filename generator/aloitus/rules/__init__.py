"""What is checked: one rule a file, listed in `registry`, run by `run`."""
