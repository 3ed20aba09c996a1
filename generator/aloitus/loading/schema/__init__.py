"""What may stand in each kind of file, declared: every key once, with its kind and its place in the model."""
