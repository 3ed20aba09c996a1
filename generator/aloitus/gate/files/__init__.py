"""Files that other tools would see differently than this one does, under `clients/` and `templates/`."""
