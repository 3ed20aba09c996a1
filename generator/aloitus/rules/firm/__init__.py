"""Rules that look across all clients of the firm, at a small extract of each."""
