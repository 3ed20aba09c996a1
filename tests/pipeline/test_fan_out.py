import os

import pytest

from aloitus.errors import UserError
from aloitus.pipeline.fan_out import MOST_WORKERS, fan_out, workers_for

ITEMS = list(range(357))


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_the_results_stand_in_the_order_of_the_items_whoever_made_them(workers: int) -> None:
    assert fan_out(ITEMS, lambda item: item * item, workers=workers) == [item * item for item in ITEMS]


def test_the_work_is_shared_among_processes() -> None:
    assert len(set(fan_out(ITEMS, lambda _item: os.getpid(), workers=2))) == 2


def test_large_results_pass_whole() -> None:
    assert [len(text) for text in fan_out([1, 2, 3], lambda item: "x" * item * 1_000_000, workers=2)] == [
        1_000_000,
        2_000_000,
        3_000_000,
    ]


@pytest.mark.parametrize("workers", [1, 2])
def test_what_a_worker_raises_is_raised_here(workers: int) -> None:
    def work(item: int) -> int:
        if item == 300:
            raise UserError("errors.unreadable", exit_code=3, path="x", why="y")
        return item

    with pytest.raises(UserError) as caught:
        fan_out(ITEMS, work, workers=workers)
    assert (caught.value.message.key, caught.value.exit_code) == ("errors.unreadable", 3)
    assert caught.value.message.values == {"path": "x", "why": "y"}


def test_a_worker_that_vanishes_is_noticed() -> None:
    def work(item: int) -> int:
        if item == 300:
            os.kill(os.getpid(), 9)
        return item

    with pytest.raises(ChildProcessError):
        fan_out(ITEMS, work, workers=2)


@pytest.mark.parametrize("workers", [1, 2])
def test_progress_ends_with_everything(workers: int) -> None:
    seen: list[int] = []
    fan_out(ITEMS, lambda item: item, workers=workers, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == len(ITEMS)
    assert len(seen) > 1


def test_few_items_are_not_worth_processes() -> None:
    assert workers_for(50) == 1


def test_many_items_use_the_processors_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _pid: set(range(64)))
    assert workers_for(1000) == MOST_WORKERS
    monkeypatch.setattr("os.sched_getaffinity", lambda _pid: {0})
    assert workers_for(1000) == 1


def test_where_forking_is_not_safe_one_process_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert workers_for(1000) == 1
