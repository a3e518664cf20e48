"""The tests themselves: nothing they run reaches beyond this machine."""

from __future__ import annotations

import socket

import pytest


@pytest.mark.parametrize(
    ("family", "address"),
    [(socket.AF_INET, ("192.0.2.1", 80)), (socket.AF_INET6, ("2001:db8::1", 80))],
)
def test_connections_beyond_this_machine_are_refused(
    family: socket.AddressFamily, address: tuple[str, int]
) -> None:
    with socket.socket(family) as connection, pytest.raises(RuntimeError, match="beyond this machine"):
        connection.connect(address)


def test_names_beyond_this_machine_are_not_looked_up() -> None:
    with pytest.raises(RuntimeError, match="beyond this machine"):
        socket.create_connection(("slack.com", 443))


def test_this_machine_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
        socket.create_connection(("localhost", server.getsockname()[1])).close()
