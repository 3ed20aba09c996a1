"""Work on many clients, shared among processes; the results are those of one process, in the same order."""

import gc
import os
import pickle
import signal
import struct
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Progress = Callable[[int], None]
"""Told how many items have been finished so far."""

WORTH_SHARING = 100
"""Under so many items, starting processes costs more than it saves."""
MOST_WORKERS = 8
SELDOM = 20_000
"""New values between two collections: as fast as none at all, and pages leave no heap of rubbish behind."""
_BATCH = 32
_HEADER = struct.Struct("<q")


def workers_for(items: int) -> int:
    """How many processes to use; 1 where a process can't be forked safely."""
    if items < WORTH_SHARING or sys.platform != "linux":
        return 1
    return max(1, min(MOST_WORKERS, len(os.sched_getaffinity(0)), items // (WORTH_SHARING // 4)))


def fan_out(
    items: Sequence[Item],
    work: Callable[[Item], Result],
    *,
    workers: int | None = None,
    progress: Progress | None = None,
) -> list[Result]:
    """`work` on each item; the first exception that it raises is raised here, in this process."""
    count = workers_for(len(items)) if workers is None else workers
    report = progress or (lambda _done: None)
    with _collecting_seldom():
        if count == 1:
            return list(_serial(items, work, report))
        return _shared(items, work, count, report)


def _serial(items: Sequence[Item], work: Callable[[Item], Result], report: Progress) -> Iterator[Result]:
    for number, item in enumerate(items, 1):
        yield work(item)
        if number % _BATCH == 0 or number == len(items):
            report(number)


def _shared(items: Sequence[Item], work: Callable[[Item], Result], count: int, report: Progress) -> list[Result]:
    import selectors

    results: dict[int, Result] = {}
    children: list[int] = []
    open_pipes = selectors.DefaultSelector()
    # what is still unwritten would be written by each child again
    sys.stdout.flush()
    sys.stderr.flush()
    try:
        for worker in range(count):
            reader, writer = os.pipe()
            child = os.fork()
            if child == 0:
                os.close(reader)
                _be_a_worker(writer, worker, count, items, work)
            os.close(writer)
            children.append(child)
            open_pipes.register(reader, selectors.EVENT_READ)
        while open_pipes.get_map():
            for key, _event in open_pipes.select():
                batch = _receive(key.fd)
                if batch is None:
                    open_pipes.unregister(key.fd)
                    os.close(key.fd)
                    continue
                results.update(batch)
                report(len(results))
    finally:
        open_pipes.close()
        _end(children)
    if len(results) < len(items):
        raise ChildProcessError("a worker process ended before its work was done")
    return [results[number] for number in range(len(items))]


def _receive(reader: int) -> dict[int, Any] | None:
    """The next batch; None at the end. An exception of the worker's is raised."""
    header = _read(reader, _HEADER.size)
    if len(header) < _HEADER.size:
        return None
    (size,) = _HEADER.unpack(header)
    sent = pickle.loads(_read(reader, size))  # noqa: S301 -- written by a process of our own, a moment ago
    if isinstance(sent, BaseException):
        raise sent
    batch: dict[int, Any] = sent
    return batch


def _read(reader: int, size: int) -> bytes:
    data = bytearray()
    while len(data) < size and (more := os.read(reader, size - len(data))):
        data += more
    return bytes(data)


def _be_a_worker(writer: int, worker: int, count: int, items: Sequence[Item], work: Callable[[Item], Result]) -> None:
    """The child's whole life; never returns."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = os.getppid()
    code = 1
    try:
        batch: dict[int, object] = {}
        for number in range(worker, len(items), count):
            batch[number] = work(items[number])
            if len(batch) == _BATCH:
                _send(writer, batch)
                batch = {}
                if os.getppid() != parent:  # whoever wanted the results was killed
                    os._exit(1)
        _send(writer, batch)
        code = 0
    except BaseException as error:  # noqa: BLE001 -- the parent raises it
        _send(writer, error)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _send(writer: int, value: object) -> None:
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    data = _HEADER.pack(len(data)) + data
    view = memoryview(data)
    while view:
        view = view[os.write(writer, view) :]


def _end(children: list[int]) -> None:
    for child in children:
        done, _status = os.waitpid(child, os.WNOHANG)
        if not done:
            os.kill(child, signal.SIGTERM)
            os.waitpid(child, 0)


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """What stands already is left out of collecting, and new values are looked through seldom: few are garbage."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
