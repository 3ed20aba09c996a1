"""A practice through all rooms, client by client: loaded, planned, checked, rendered; by as many processes as help."""
