"""Languages are found by any of their usual names, and by no guess."""

from __future__ import annotations

import pytest

from innov_consortium.errors import InnovConsortiumError
from innov_consortium.rendering import LOCALES, UnknownLocaleError, negotiate


@pytest.mark.parametrize(
    "name", ["zh", "zh_CN", "zh-CN", "zh_Hans", "zh_Hans_CN", "zh-Hans-CN", "ZH-cn", "zh_CN.UTF-8"]
)
def test_every_spelling_of_simplified_chinese_is_one_catalogue(name: str) -> None:
    """Babel says zh_Hans_CN, POSIX zh_CN.UTF-8, browsers zh-CN: all mean the master."""
    assert negotiate(name) == "zh_CN"


@pytest.mark.parametrize("name", ["en", "EN", "en_US", "en-GB", "en_US.UTF-8"])
def test_every_english_is_one_catalogue(name: str) -> None:
    """There is one English catalogue, whatever the country."""
    assert negotiate(name) == "en"


@pytest.mark.parametrize("name", ["", "fr", "C", "zh_TW", "zh-Hant", "english", "_zh"])
def test_another_language_is_refused_and_the_error_lists_those_there_are(name: str) -> None:
    """Nothing is rendered in a language nobody asked for."""
    with pytest.raises(UnknownLocaleError, match=", ".join(LOCALES)) as caught:
        negotiate(name)
    assert isinstance(caught.value, InnovConsortiumError)
