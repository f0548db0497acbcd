"""What the surroundings say: where the configuration is, whether this is SSH, whether the terminal is UTF-8."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_COERCED: Final = {"C.UTF-8", "C.utf8", "UTF-8"}
"""What Python itself puts into LC_CTYPE where the locale is none (PEP 538)."""


def configuration_file(environment: Mapping[str, str] = os.environ) -> Path:
    """The file that is read: NEWSREAD_CONFIG, or ``config.toml`` where this system keeps configuration."""
    if named := environment.get("NEWSREAD_CONFIG"):
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("newsread") / "config.toml"


def state_folder() -> Path:
    """Where the reader keeps what it is to remember."""
    from platformdirs import user_state_path

    return user_state_path("newsread")


def at_home(path: Path) -> str:
    """A path as people write it, with ``~`` for the home folder."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)


def over_ssh(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal is at the other end of a connection."""
    return any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "MOSH_CONNECTION"))


def shows_utf8(
    encoding: str | None = None, environment: Mapping[str, str] = os.environ, *, assumed: bool | None = None
) -> bool:
    """Whether the terminal shows UTF-8, as far as the locale tells.

    Args:
        encoding: What Python writes to it; by default that of standard error.
        environment: The environment variables.
        assumed: Whether Python assumes UTF-8 because the locale names no encoding (PEP 540); by default, asked.
    """
    encoding = encoding or getattr(sys.__stderr__, "encoding", None) or ""
    if encoding.lower().replace("-", "").replace("_", "") != "utf8":
        return False
    assumed = bool(sys.flags.utf8_mode) and "PYTHONUTF8" not in environment if assumed is None else assumed
    if not assumed:
        return True
    category = environment.get("LC_CTYPE", "")
    said = (environment.get("LC_ALL"), "" if category in _COERCED else category, environment.get("LANG"))
    locale = next((name for name in said if name), "")
    # Where nobody says anything, as in a container, the terminal is a modern one; "C" and the like mean what they say.
    return not locale or "utf8" in locale.lower().replace("-", "")
