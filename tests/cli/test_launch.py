"""What the environment says to Textual before it is imported."""

import pytest

from newsread_tui.launch import set_pace


@pytest.mark.parametrize(
    ("environment", "frames"),
    [({}, "120"), ({"SSH_CONNECTION": "x"}, None), ({"TEXTUAL_FPS": "30"}, "30")],
)
def test_frames_are_many_where_they_cost_nothing(environment: dict[str, str], frames: str | None) -> None:
    set_pace(environment)
    assert environment.get("TEXTUAL_FPS") == frames
