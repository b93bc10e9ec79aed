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
    ...     title="某办法", gloss="Some Measures", status=Status.DRAFT, jurisdiction="990000"
    ... )
    >>> citation(it, "art5.item3.s2c"), citation(it, "art26.s1a"), citation(it, "ch2")
    ('《某办法》第五条第（三）项', '《某办法》第二十六条', '《某办法》')
    >>> citation(it, "art11.p2.s1b", "en")
    'Some Measures, Art. 11 para. 2'
    """
    where = place(provision.rpartition(":")[2], locale)
    if locale == "en":
        return f"{instrument.gloss}, {where}" if where else instrument.gloss
    return f"《{instrument.title}》{where}"


def place(provision: str, locale: str = "zh_CN") -> str:
    """Return the place of a provision without the title; empty for a part that is no article.

    >>> place("art11.p2.s1b"), place("art11.p2.s1b", "en")
    ('第十一条第二款', 'Art. 11 para. 2')
    >>> place("art5.item3.s2c", "en"), place("doc.title", "en")
    ('Art. 5 item (3)', '')

    What is known only from what the issuing body answered, or from a report, is cited so:

    >>> place("qa3.item2.s1a"), place("press.s1"), place("qa3.item2.s1a", "en")
    ('政策解读第三部分第2点', '新闻报道', 'official Q&A, part 3 point 2')

    Of a text that is asked beside a policy it is told by its name:

    >>> place("east-2026:art2.s1"), place("east-2026:art2.s1", "en")
    ('附加条件〔east-2026〕第二条', 'additional [east-2026] Art. 2')
    """
    source, _, own = provision.rpartition(":")
    if source:
        beside = f"additional [{source}] " if locale == "en" else f"附加条件〔{source}〕"
        return f"{beside}{place(own, locale)}".rstrip()
    at = Place.of(provision)
    if at.beside:
        return _beside(at, locale)
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


def _beside(at: Place, locale: str) -> str:
    """Return where words stand that are not those of the text itself."""
    if at.beside == "press":
        return "press report" if locale == "en" else "新闻报道"
    if locale == "en":
        part = "" if at.division is None else f", part {at.division}"
        return f"official Q&A{part}{'' if at.item is None else f' point {at.item}'}"
    part = "" if at.division is None else f"第{numeral(at.division)}部分"
    return f"政策解读{part}{'' if at.item is None else f'第{at.item}点'}"


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
