"""What the environment says to Textual before it is imported."""

import pytest

from newsread_tui.launch import set_colours, set_pace


@pytest.mark.parametrize(
    ("environment", "frames"),
    [({}, "120"), ({"SSH_CONNECTION": "x"}, None), ({"TEXTUAL_FPS": "30"}, "30")],
)
def test_frames_are_many_where_they_cost_nothing(environment: dict[str, str], frames: str | None) -> None:
    set_pace(environment)
    assert environment.get("TEXTUAL_FPS") == frames


@pytest.mark.parametrize(
    ("color", "environment", "system"),
    [
        ("auto", {"TERM": "screen-256color", "COLORTERM": "truecolor"}, "256"),
        ("auto", {"TERM": "screen", "COLORTERM": "truecolor"}, "standard"),
        ("auto", {"TERM": "screen-256color", "COLORTERM": "truecolor", "TMUX": "x"}, None),
        ("auto", {"TERM": "xterm-256color", "COLORTERM": "truecolor"}, None),
        ("truecolor", {"TERM": "screen-256color"}, "truecolor"),
    ],
)
def test_screen_has_fewer_colours_than_the_terminal_around_it(
    color: str, environment: dict[str, str], system: str | None
) -> None:
    set_colours(color, environment)
    assert environment.get("TEXTUAL_COLOR_SYSTEM") == system
