"""Of the documentation only its pages are run, and copies of the pages of law are not.

tests/docs tests the code here; what needs Sphinx may lack it where pages are run.
"""

from __future__ import annotations

collect_ignore_glob = ["*.py", "_ext/*.py", "law/art*.md"]
