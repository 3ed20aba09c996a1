"""How a command line is parsed and answered in the user's own language; what a command does is `commands`' matter."""
