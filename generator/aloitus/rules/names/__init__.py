"""Names that a client's file gives to tasks, people and the like: each has to be known (`REF1xx`)."""
