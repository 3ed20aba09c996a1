"""The domain as frozen values: no I/O, no YAML, no positions."""
