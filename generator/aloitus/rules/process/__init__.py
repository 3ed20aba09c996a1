"""The firm's own files: its processes and its people (`PRO7xx`)."""
