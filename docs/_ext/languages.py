"""Which of the site's two languages a piece of prose is in."""

from __future__ import annotations

import re

__all__ = ["HAN", "is_chinese", "is_english"]

#: A Chinese character.
HAN = re.compile(r"[\u3400-\u9fff]")

_MANY = 10
_WORD = re.compile(r"[A-Za-z]{2,}")
_NO_PROSE = re.compile(
    r"`+[^`]*`+"  # code
    r"|\]\([^)]*\)"  # where a link leads
    r"|(?<=\])\{[^}]*\}"  # attributes
)


def is_chinese(text: str) -> bool:
    """Return whether prose is Chinese: code and addresses apart, with a character for each word.

    Where there are many English words it takes two, because an English text quotes the law as well.

    >>> is_chinese("`art5` 的事实"), is_chinese("what the law calls 原则上"), is_chinese("`未知`")
    (True, False, False)
    """
    han, words = _counted(text)
    return han > 0 and han >= words * (1 if words < _MANY else 2)


def is_english(text: str) -> bool:
    """Return whether prose has English words and is not Chinese.

    >>> is_english("what the law calls 原则上"), is_english("`code`"), is_english("事实")
    (True, False, False)
    """
    return _counted(text)[1] > 0 and not is_chinese(text)


def _counted(text: str) -> tuple[int, int]:
    prose = _NO_PROSE.sub(" ", text)
    return len(HAN.findall(prose)), len(_WORD.findall(prose))
