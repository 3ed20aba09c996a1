"""What happened to a client, as edits of its file: pure, a plan in and edits out."""
