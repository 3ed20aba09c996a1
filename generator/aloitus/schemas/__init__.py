"""The firm's files as JSON Schemas, for editors: made of the reader's own description of them and the firm's names."""
