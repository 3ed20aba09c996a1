"""What may change between two states of the practice: one rule a file, listed in `registry`, run by `compare`."""
