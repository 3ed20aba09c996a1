"""The one exception that a user may see: the environment fails, and the sentence says what to do."""

from aloitus.findings import Message, Value


class UserError(Exception):
    """`key` is a wording key (`errors.…`); `exit_code` is 2 for usage and environment, 3 for "could not judge"."""

    def __init__(self, key: str, *, exit_code: int = 2, **values: Value) -> None:
        super().__init__(key)
        self.message = Message(key, values)
        self.exit_code = exit_code
