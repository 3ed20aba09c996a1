"""What a change means, in the words of business: pure, plans before and after in, messages out."""
