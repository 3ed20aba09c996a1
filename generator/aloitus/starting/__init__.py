"""A new firm's folder, made of what the installed package brings."""
