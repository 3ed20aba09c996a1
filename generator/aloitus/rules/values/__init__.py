"""What is recorded has to be whole, possible and telling (`VAL220` and on)."""
