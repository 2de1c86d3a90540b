"""Which addresses may be called: public ones, and private ones only where an operator said so.

A name is resolved once and every address it stands for is looked at; one private address among public ones is
enough to refuse, since whoever names both wants to be called at the other one.
"""

import ipaddress
import socket
from collections.abc import Iterable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

#: IPv4 addresses come wrapped in these too (RFC 6052).
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LOW_32 = 0xFFFFFFFF


class Unreachable(Exception):
    """The name stands for nothing ("unknown"), or for an address we do not call ("private")."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def resolve(host: str, port: int, *, private: Iterable[str] = ()) -> str:
    """The one address to call for a host. Raises Unreachable. `private` are networks that may be called."""
    networks = [ipaddress.ip_network(text) for text in private]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise Unreachable("unknown") from fault
    addresses = [ipaddress.ip_address(str(row[4][0]).partition("%")[0]) for row in found]
    if not addresses:
        raise Unreachable("unknown")
    if not all(_may_be_called(address, networks) for address in addresses):
        raise Unreachable("private")
    return str(addresses[0])


def _may_be_called(address: Address, networks: list[Network]) -> bool:
    inner = unwrapped(address)
    if any(inner.version == network.version and inner in network for network in networks):
        return True
    return inner.is_global and not inner.is_multicast and not inner.is_reserved


def unwrapped(address: Address) -> Address:
    """The IPv4 address that an IPv6 one leads to, where it does; else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & _LOW_32)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None) or address
