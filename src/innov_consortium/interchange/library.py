"""What a stored document says of the library that wrote it."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

__all__ = ["LIBRARY_NAME", "LIBRARY_VERSION", "UNKNOWN_VERSION"]

#: The name of the library, as it is installed by.
LIBRARY_NAME = "innov-consortium"

#: What stands for the version where the library runs without being installed.
UNKNOWN_VERSION = "unknown"


def _installed() -> str:
    """Return the version of the library that is installed; reads what the installer wrote of it."""
    try:
        return version(LIBRARY_NAME)
    except PackageNotFoundError:
        return UNKNOWN_VERSION


#: The version of the library that is running, read once, when this module is imported.
LIBRARY_VERSION = _installed()
