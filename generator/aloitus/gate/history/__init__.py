"""What a client's file may say that it didn't say before the change."""
