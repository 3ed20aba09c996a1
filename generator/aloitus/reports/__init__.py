"""Findings → text, one format a file; `registry.REPORTS` lists them."""
