"""Text → span tree → model, collecting findings; and back from a key path to a line and column."""
