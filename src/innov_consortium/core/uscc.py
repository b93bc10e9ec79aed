"""Unified social credit code (统一社会信用代码) of mainland China.

Every legal person and other organisation (法人和其他组织) carries one such code for
life. The authority that registers the organisation issues it, e.g. the market
regulator for an enterprise. GB 32100-2015 fixes its eighteen characters, which are
digits and capital letters without I, O, S, V and Z:

* 1: registration authority (登记管理部门代码), a digit or a letter;
* 2: category within that authority (机构类别代码), a digit or a letter;
* 3-8: division of the registering office (登记管理机关行政区划码, GB/T 2260), digits;
* 9-17: organisation code (主体标识码, 组织机构代码, GB 11714), digits or letters, the
  last of them a check character of its own;
* 18: check character (校验码) over the first seventeen.

The first two places read together, among others:

* 11 organ (机关), 12 public institution (事业单位);
* 51 social organisation (社会团体), 52 private non-enterprise unit (民办非企业单位),
  53 foundation (基金会);
* 91 enterprise (企业), 92 individual business (个体工商户), 93 farmers' co-operative
  (农民专业合作社);
* N1, N2, N3 rural collective (农村集体经济组织) of a group, a village, a township.

The check: with c(i) the value of place i and w(i) = 3**(i-1) mod 31, the sum of
c(i)*w(i) over places 1-17 plus c(18) is a multiple of 31. As 31 is prime, any one
wrong character is detected, and so is any swap of two differing characters, adjacent
or not, save that of places 1 and 18, which weigh the same.

Sources: GB 32100-2015 with amendment 1 of 2016 (第1号修改单); GB 11714-1997,
https://zh.wikisource.org/wiki/GB_11714-1997_全国组织机构代码编制规则; State Council
notice 国发 2015 No. 33. The standards were read through published excerpts.

Limitations: a valid code is well formed, not necessarily issued. Authority, category
and division are not looked up: the tables grow, and a code outlives the division it
was issued in. Validity leaves the check character of the organisation code aside; ask
`organisation_code_is_sound`. Nothing is folded: blanks, hyphens, lower case and
full-width forms are faults, for the caller to report and never to repair unseen.

>>> is_valid("91350100M000100Y43")
True
>>> check_character("91350100M000100Y4")
'3'
>>> fault_of("91350100M000100Y4")
<CodeFault.LENGTH: 'length'>
>>> fault_of("91350100m000100y43")
<CodeFault.CHARACTER: 'character'>
>>> fault_of("91350100M000100Y44")
<CodeFault.CHECK: 'check'>
"""

import enum
from typing import Final

__all__ = [
    "ALPHABET",
    "ENTERPRISE_CATEGORY",
    "CodeFault",
    "check_character",
    "fault_of",
    "is_enterprise_category",
    "is_valid",
    "organisation_code_is_sound",
    "registration_category",
]

ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The characters of a code; the index of each is its value in the check."""

ENTERPRISE_CATEGORY: Final = "91"
"""The first two places of the code of an enterprise (企业)."""

_ALLOWED: Final = frozenset(ALPHABET)
_VALUES: Final = {character: value for value, character in enumerate(ALPHABET)}
_DIGITS: Final = frozenset("0123456789")
_LENGTH: Final = 18
_BODY_LENGTH: Final = _LENGTH - 1
_CATEGORY: Final = slice(0, 2)
_DIVISION: Final = slice(2, 8)
_ORGANISATION_BODY: Final = slice(8, 16)
_ORGANISATION_CHECK: Final = 16
_MODULUS: Final = len(ALPHABET)
_WEIGHTS: Final = tuple(pow(3, place, _MODULUS) for place in range(_BODY_LENGTH))
_ORGANISATION_VALUES: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ORGANISATION_CHECKS: Final = "0123456789X"
_ORGANISATION_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)


class CodeFault(enum.Enum):
    """What is wrong with a code; of several faults the first listed is told."""

    LENGTH = "length"  # not eighteen characters
    CHARACTER = "character"  # one outside ALPHABET, or a letter in places 3-8
    CHECK = "check"  # the last character does not follow from the others


def _has_only_allowed_characters(text: str) -> bool:
    """Tell whether each character may stand in its place."""
    return _ALLOWED.issuperset(text) and _DIGITS.issuperset(text[_DIVISION])


def check_character(body: str) -> str:
    """Return the eighteenth character for the first seventeen.

    Raises:
        ValueError: If `body` cannot be the first seventeen characters of a code.
    """
    if len(body) != _BODY_LENGTH or not _has_only_allowed_characters(body):
        message = f"not the first {_BODY_LENGTH} characters of a code: {body!r}"
        raise ValueError(message)
    total = sum(_VALUES[c] * w for c, w in zip(body, _WEIGHTS, strict=True))
    return ALPHABET[-total % _MODULUS]


def fault_of(text: str) -> CodeFault | None:
    """Return what is wrong with `text` as a code, or None when it is valid."""
    if len(text) != _LENGTH:
        return CodeFault.LENGTH
    if not _has_only_allowed_characters(text):
        return CodeFault.CHARACTER
    if text[_BODY_LENGTH] != check_character(text[:_BODY_LENGTH]):
        return CodeFault.CHECK
    return None


def is_valid(text: str) -> bool:
    """Tell whether `text` is a valid code, exactly as it stands."""
    return fault_of(text) is None


def organisation_code_is_sound(code: str) -> bool:
    """Tell whether places 9-17 of the full `code` satisfy the check of GB 11714.

    The eighteenth character plays no part, so the answer also helps to place a typing
    error; a text of the wrong length or with a wrong character is never sound. Letters
    count 10 to 35 here (A to Z with none left out), unlike in the check of the whole.
    """
    if fault_of(code) in {CodeFault.LENGTH, CodeFault.CHARACTER}:
        return False
    places = zip(code[_ORGANISATION_BODY], _ORGANISATION_WEIGHTS, strict=True)
    total = sum(_ORGANISATION_VALUES.index(c) * w for c, w in places)
    return code[_ORGANISATION_CHECK] == _ORGANISATION_CHECKS[-total % len(_ORGANISATION_CHECKS)]


def registration_category(code: str) -> str:
    """Return the first two places of `code`, authority and category, unexamined."""
    return code[_CATEGORY]


def is_enterprise_category(code: str) -> bool:
    """Tell whether `code`, itself unexamined, starts as that of an enterprise (企业)."""
    return registration_category(code) == ENTERPRISE_CATEGORY
