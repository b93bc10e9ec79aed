"""Where a norm is written, in the words lawyers use: 第五条第（三）项, Art. 5 item (3)."""

from __future__ import annotations

from innov_consortium.core.sources import Instrument, Place

__all__ = ["citation", "numeral", "place"]

_DIGITS = "零一二三四五六七八九"
_LARGEST = 99


def citation(instrument: Instrument, provision: str, locale: str = "zh_CN") -> str:
    """Return the full citation of a provision; a part that is no article cites the text as a whole.

    >>> from innov_consortium.core.sources import Status
    >>> it = Instrument(
    ...     title="某办法", gloss="Some Measures", status=Status.DRAFT, jurisdiction="120000"
    ... )
    >>> citation(it, "art5.item3.s2c"), citation(it, "art26.s1a"), citation(it, "ch2")
    ('《某办法》第五条第（三）项', '《某办法》第二十六条', '《某办法》')
    >>> citation(it, "art11.p2.s1b", "en")
    'Some Measures, Art. 11 para. 2'
    """
    where = place(provision, locale)
    if locale == "en":
        return f"{instrument.gloss}, {where}" if where else instrument.gloss
    return f"《{instrument.title}》{where}"


def place(provision: str, locale: str = "zh_CN") -> str:
    """Return the place of a provision without the title; empty for a part that is no article.

    >>> place("art11.p2.s1b"), place("art11.p2.s1b", "en")
    ('第十一条第二款', 'Art. 11 para. 2')
    >>> place("art5.item3.s2c", "en"), place("doc.title", "en")
    ('Art. 5 item (3)', '')
    """
    at = Place.of(provision)
    if at.article is None:
        return ""
    if locale == "en":
        parts = [f"Art. {at.article}"]
        parts += [f"para. {at.paragraph}"] if at.paragraph is not None else []
        parts += [f"item ({at.item})"] if at.item is not None else []
        return " ".join(parts)
    paragraph = "" if at.paragraph is None else f"第{numeral(at.paragraph)}款"
    item = "" if at.item is None else f"第（{numeral(at.item)}）项"
    return f"第{numeral(at.article)}条{paragraph}{item}"


def numeral(number: int) -> str:
    """Return a number from 1 to 99 as articles are numbered.

    Raises:
        ValueError: It is out of that range.

    >>> [numeral(n) for n in (1, 9, 10, 11, 20, 26, 99)]
    ['一', '九', '十', '十一', '二十', '二十六', '九十九']
    """
    if not 1 <= number <= _LARGEST:
        msg = f"articles are numbered from 1 to {_LARGEST}, not {number}"
        raise ValueError(msg)
    tens, ones = divmod(number, 10)
    before = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return before + (_DIGITS[ones] if ones else "")
