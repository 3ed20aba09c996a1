"""A client's closing: what fulfils each criterion, what is missing and how to record it; once closed, the record."""
