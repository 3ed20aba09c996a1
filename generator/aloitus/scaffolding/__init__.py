"""A new client's file, and what a file lacks of what its process asks: pure, values in and text out."""
