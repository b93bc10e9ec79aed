"""Money: exact amounts in yuan. No float, no rounding."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Context, Decimal

from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["measure_faults", "money_faults", "total", "yuan"]

#: The least there is of an amount in yuan.
_FEN = Decimal("0.01")

#: The finest a figure in a unit of its own may be.
_FINEST = Decimal("1E-6")

#: The most an amount may be, inclusive: beyond it a figure is taken for a slip.
_MOST = Decimal(10) ** 15

#: Figures longer than this are no amount; so many are multiplied without rounding.
_LONGEST = 40

#: An amount in figures: an ASCII number with at most one point and no exponent.
_FIGURES = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)

_EXACT = Context(prec=2 * _LONGEST, traps=[])


def yuan(text: str, unit: int = 1) -> Decimal:
    """Return an amount in yuan that is written in figures.

    Args:
        text: The figures, such as ``"10000000.01"``.
        unit: How many yuan one of its unit is: 10000 for 万元.

    Raises:
        InvalidInputError: It is no amount, below nought, or no whole number of fen.

    >>> yuan("10000000.01"), yuan("1000.000001", 10_000)
    (Decimal('10000000.01'), Decimal('10000000.010000'))
    >>> try:
    ...     yuan("0.001")
    ... except InvalidInputError as error:
    ...     error.faults[0].en
    '0.001 is no whole number of fen'
    """
    given: object = text  # whatever a caller that is not typed hands over
    short = given[: _LONGEST + 1] if isinstance(given, str) else repr(given)
    figures = short if len(short) <= _LONGEST and _FIGURES.fullmatch(short) else "NaN"
    amount = _EXACT.multiply(_EXACT.create_decimal(figures), Decimal(unit))
    if not isinstance(given, str) or not amount.is_finite():
        shown = repr(short[:_LONGEST])
        zh, en = f"{shown} 不是金额", f"{shown} is no amount"
        raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, "amount", zh, en)])
    faults = money_faults("amount", amount)
    if faults:
        raise InvalidInputError(faults)
    return amount


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Return the sum of amounts, exact whatever precision the host computes with.

    >>> from decimal import localcontext
    >>> with localcontext(prec=6):
    ...     total([Decimal("5000000.01"), Decimal(5_000_000)])
    Decimal('10000000.01')
    """
    found = Decimal(0)
    for amount in amounts:
        found = _EXACT.add(found, amount)
    return found


def money_faults(path: str, amount: object) -> list[Fault]:
    """Return why an amount is none: not finite, below nought, beyond all measure, parts of a fen.

    >>> [len(money_faults("amount", Decimal(v))) for v in ("0", "0.01", "0.001", "-1", "NaN")]
    [0, 0, 1, 1, 1]
    """
    return [] if amount is None else _faults(path, amount, _FEN, ("整数分", "whole number of fen"))


def measure_faults(path: str, value: object) -> list[Fault]:
    """Return why a figure, in whatever unit, is none: as with money, but fine to a millionth.

    >>> [len(measure_faults("value", Decimal(v))) for v in ("0.001", "1E-7", "-1", "NaN")]
    [0, 1, 1, 1]
    """
    return _faults(path, value, _FINEST, ("小数六位以内的数", "figure of six decimals at most"))


def _faults(path: str, value: object, finest: Decimal, said: tuple[str, str]) -> list[Fault]:
    if not isinstance(value, Decimal):
        zh = f"应为 Decimal，而不是 {type(value).__name__}"
        en = f"must be Decimal, not {type(value).__name__}"
        if isinstance(value, float) and finest == _FEN:
            zh, en = f"{zh}；金额不用浮点数", f"{en}; an amount is no float"
        return [Fault(FaultKind.TYPE_ERROR, path, zh, en)]
    wrong = _wrong(value, finest, said)
    if wrong is None:
        return []
    return [Fault(FaultKind.INVALID_VALUE, path, f"{value} {wrong[0]}", f"{value} {wrong[1]}")]


def _wrong(value: Decimal, finest: Decimal, said: tuple[str, str]) -> tuple[str, str] | None:
    money = finest == _FEN
    if not value.is_finite():
        return ("不是金额", "is no amount") if money else ("不是数额", "is no figure")
    if value < 0:
        return "小于零", "is below nought"
    if value > _MOST:
        unit = (" 元", " yuan") if money else ("", "")
        return f"大于 {_MOST:f}{unit[0]}", f"is more than {_MOST:f}{unit[1]}"
    if value != value.quantize(finest, context=_EXACT):
        return f"不是{said[0]}", f"is no {said[1]}"
    return None
