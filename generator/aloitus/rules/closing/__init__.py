"""The start gate and the criteria of closing (`CLO3xx`): the plan judges them, and these rules say it in words."""
