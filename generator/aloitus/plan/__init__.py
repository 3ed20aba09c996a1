"""What the process asks of one client on one day: pure, values in and values out."""
