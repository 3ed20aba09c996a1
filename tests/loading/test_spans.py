from yaml.events import Event, ScalarEvent

from aloitus.findings import Span
from aloitus.loading.parsing import parse
from aloitus.loading.tree import MappingNode, lines_of, span_of, trimmed


def test_what_stands_after_the_last_line_is_drawn_back_to_it() -> None:
    assert trimmed(Span(5, 1, 5, 1), ["name: x", "notes:"]) == Span(2, 7, 2, 7)
    assert trimmed(Span(2, 1, 9, 1), ["name: x", "notes:"]) == Span(2, 1, 2, 7)


def test_an_event_without_a_place_is_at_the_beginning() -> None:
    assert span_of(Event()) == Span(1, 1, 1, 1)


def test_a_final_newline_begins_no_line() -> None:
    assert lines_of("a\r\nb\n") == ["a", "b"]
    assert lines_of("a\n\n") == ["a", ""]
    assert lines_of("") == [""]


def test_marks_count_code_points_and_both_characters_of_a_windows_line_end() -> None:
    root = parse("ä: 👍\r\n株式: [ö, x]\r\n".encode()).root
    assert isinstance(root, MappingNode)
    x = root.values["株式"]
    assert span_of(x) == Span(2, 5, 2, 11)
    mark = root.keys[1].start_mark
    assert mark
    assert (mark.index, mark.line, mark.column) == (6, 1, 0)
    assert all(isinstance(key, ScalarEvent) for key in root.keys)
