"""The one exception that a user may see: the environment fails, and the sentence says what to do."""

import errno

from aloitus.findings import Message, Term, Value

_CAUSES = {
    errno.EACCES: "no-right",
    errno.EPERM: "no-right",
    errno.EROFS: "no-right",
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.ENOENT: "not-there",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "no-folder",
}


class UserError(Exception):
    """`key` is a wording key (`errors.…`); `exit_code` is 2 for usage and environment, 3 for "could not judge"."""

    def __init__(self, key: str, *, exit_code: int = 2, **values: Value) -> None:
        super().__init__(key)
        self.message = Message(key, values)
        self.exit_code = exit_code


def cause(error: OSError) -> Value:
    """Why the operating system refused, in the user's language where it's one of the usual reasons."""
    known = _CAUSES.get(error.errno or 0)
    return Term(f"errors.cause-{known}") if known else error.strerror or str(error)
