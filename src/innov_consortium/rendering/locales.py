"""The languages reports are written in, and how a user may ask for one."""

from __future__ import annotations

from innov_consortium.errors import InnovConsortiumError

__all__ = ["LOCALES", "UnknownLocaleError", "negotiate"]

#: The languages there are catalogues for; the first is the master.
LOCALES = ("zh_CN", "en")


class UnknownLocaleError(InnovConsortiumError, LookupError):
    """No catalogue is written in the language asked for; the message lists those there are."""


def negotiate(name: str) -> str:
    """Return the catalogue that serves a language, however its name is spelt.

    Babel's own negotiation does not know that ``zh``, ``zh-Hans`` and ``zh_CN`` are one written
    language, so it is done here. Traditional Chinese is another script and is not served.

    Raises:
        UnknownLocaleError: There is no such catalogue; the message lists those there are.

    >>> [negotiate(n) for n in ("zh", "zh-CN", "zh_Hans_CN", "ZH_cn.UTF-8", "en", "en-US")]
    ['zh_CN', 'zh_CN', 'zh_CN', 'zh_CN', 'en', 'en']
    """
    parts = name.partition(".")[0].replace("-", "_").lower().split("_")
    if parts[0] == "zh" and set(parts[1:]) <= {"hans", "cn", "sg"}:
        return "zh_CN"
    if parts[0] == "en":
        return "en"
    msg = f"没有 {name!r} 的语言目录 / no catalogue for {name!r}; there are: {', '.join(LOCALES)}"
    raise UnknownLocaleError(msg)
