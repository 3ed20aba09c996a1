"""Who may approve an exception: judged in the working tree by today's people, in the gate by base's."""
