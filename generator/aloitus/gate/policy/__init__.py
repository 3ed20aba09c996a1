"""Changes of the rules themselves: what loosens them needs the word of somebody who may give it, on the forge."""
