"""Search in Chinese: the index by jieba, the query split by the words of that index.

Sphinx leaves a Chinese query in one piece: 牵头单位撤销 would be looked for as a single word and
never be found. Here the browser takes the longest words the index has, one after the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import jieba  # type: ignore[import-untyped]  # it says nothing of its types
from sphinx.application import Sphinx
from sphinx.search.zh import SearchChinese

#: Words of the law jieba does not know, one a line.
_WORDS = Path(__file__).parent / "legal_words.txt"

_SPLIT = r"""
var splitQuery = (query) => {
  const known = (word) =>
    ["terms", "titleterms"].some((sort) => Object.hasOwn(Search._index[sort], word));
  const words = [];
  const parts = query.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{Letter}\p{Number}_])+/gu);
  for (const part of parts ?? []) {
    if (!/^\p{Script=Han}/u.test(part)) {
      words.push(part);
      continue;
    }
    const found = [];
    for (let start = 0; start < part.length; ) {
      let length = Math.min(12, part.length - start);
      while (length > 1 && !known(part.substr(start, length))) length -= 1;
      if (length > 1) found.push(part.substr(start, length));
      start += length;
    }
    words.push(...(found.length ? found : [part]));
  }
  return words;
};
"""


class SearchLawInChinese(SearchChinese):
    """Chinese with the words of the law, split in the browser as well."""

    # Sphinx 9.0 names the stemmer in the browser by this: Latin words are stemmed as English.
    language_name = "English"
    js_splitter_code = _SPLIT

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        for word in _WORDS.read_text(encoding="utf-8").split():
            jieba.add_word(word)

    def split(self, input: str) -> list[str]:  # noqa: A002 - the name Sphinx gives it
        """Return the words of a text, and of a long one the shorter ones in it."""
        return list(chain.from_iterable(_with_parts(word) for word in super().split(input)))


def _with_parts(word: str) -> Iterator[str]:
    """Yield a word, and of one with underscores its parts: ``lead_counts`` is found by counts."""
    yield word
    if "_" in word.strip("_"):
        yield from word.split("_")


def setup(app: Sphinx) -> dict[str, Any]:
    """Take the place of Sphinx's own search in Chinese."""
    jieba.setLogLevel("ERROR")  # it tells on stderr how long it took to load
    app.add_search_language(SearchLawInChinese)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
