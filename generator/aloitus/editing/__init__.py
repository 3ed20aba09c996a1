"""Changing one value of a YAML file, or adding or removing one block, and nothing else."""
