"""The forms by which a forge asks about new clients and tasks: made of the process, as files of the forge's kind."""
