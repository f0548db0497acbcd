"""A real SSH server on loopback, for one user, with keys and a configuration of its own."""

import contextlib
import getpass
import os
import shlex
import shutil
import signal
import socket
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from bench.terminal import Terminal

SSHD: Final = shutil.which("sshd", path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin")
_HOST: Final = "127.0.0.1"
_NAME: Final = "newsread-test"
_SEPARATION: Final = Path("/run/sshd")  # a server of root's wants this empty folder, which a service would make
_CONFIGURATION: Final = """\
Port {port}
ListenAddress {host}
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/user_key.pub
AllowUsers {user}
PermitRootLogin prohibit-password
AuthenticationMethods publickey
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
StrictModes no
AllowTcpForwarding no
AllowAgentForwarding no
X11Forwarding no
PrintMotd no
PrintLastLog no
PidFile none
LogLevel INFO
"""
_CLIENT: Final = (
    "BatchMode=yes", "IdentitiesOnly=yes", "StrictHostKeyChecking=yes", f"HostKeyAlias={_NAME}", "ControlPath=none",
    # Newer clients hide when keys are pressed by sending others in between, which nobody could count.
    "IgnoreUnknown=ObscureKeystrokeTiming", "ObscureKeystrokeTiming=no",
)  # fmt: skip


class Server:
    """An sshd that lets in whoever runs it, by a throwaway key; it and all logins end with the ``with``.

    Args:
        folder: Where keys, configuration and log go.

    Raises:
        RuntimeError: It does not start; the message has what it said.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._user = getpass.getuser()
        for name in ("host_key", "user_key"):
            command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", os.fspath(folder / name)]
            subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
        host_key = (folder / "host_key.pub").read_text(encoding="ascii")
        (folder / "known_hosts").write_text(f"{_NAME} {host_key}", encoding="ascii")
        if os.geteuid() == 0:
            _SEPARATION.mkdir(mode=0o755, exist_ok=True)
        self.port = _free_port()
        self._process = self._started()

    def _started(self) -> subprocess.Popen[str]:
        configuration = self._folder / "sshd_config"
        told = _CONFIGURATION.format(port=self.port, host=_HOST, folder=self._folder, user=self._user)
        configuration.write_text(told, encoding="utf-8")
        process = subprocess.Popen(
            [SSHD or "sshd", "-D", "-e", "-f", os.fspath(configuration)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        said = ""
        for line in process.stderr or ():
            said += line
            if "Server listening" in line:
                return process
        process.wait()
        raise RuntimeError(f"sshd did not start: {said.strip()}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for number in (*_descendants(self._process.pid), self._process.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        self._process.wait()
        if self._process.stderr:
            self._process.stderr.close()

    def login(self, command: Sequence[str], size: tuple[int, int], port: int = 0, **variables: str) -> Terminal:
        """Log in, and run a command on a terminal there.

        Args:
            command: What to run.
            size: Columns and rows.
            port: Where to connect to, if not to the server itself.
            variables: The environment of the command, beside what a login has.
        """
        options = [word for option in _CLIENT for word in ("-o", option)]
        there = ["exec", "env", *(f"{name}={value}" for name, value in variables.items()), *command]
        client = [
            "ssh", "-F", "none", "-tt", "-p", str(port or self.port), "-i", os.fspath(self._folder / "user_key"),
            "-o", f"UserKnownHostsFile={self._folder / 'known_hosts'}", *options,
            f"{self._user}@{_HOST}", shlex.join(there),
        ]  # fmt: skip
        return Terminal(client, _client_environment(self._folder), size)


def _client_environment(folder: Path) -> Mapping[str, str]:
    return {"PATH": os.environ.get("PATH", os.defpath), "HOME": os.fspath(folder), "TERM": "xterm-256color"}


def _free_port() -> int:
    with socket.create_server((_HOST, 0)) as door:
        port: int = door.getsockname()[1]
    return port


def _descendants(process: int) -> list[int]:
    """Processes that a process started, and those these started, the youngest first."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], check=True, capture_output=True, text=True).stdout
    parents = {int(pid): int(parent) for pid, parent in (line.split() for line in listed.splitlines())}
    found = [process]
    for each in found:
        found += [pid for pid, parent in parents.items() if parent == each]
    return found[:0:-1]
