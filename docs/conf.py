"""The documentation site: pages in Chinese, English through gettext (``locale/en``).

``nox -s docs`` builds both; CONTRIBUTING.md says how a translation is kept up to date.
"""

from __future__ import annotations

import importlib.metadata
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "innov-consortium"
author = "The innov-consortium authors"
version = release = importlib.metadata.version("innov-consortium")
# No year and no day anywhere: two builds of one tree are the same to the byte.
project_copyright = author

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinx_design",
    # docs/_ext
    "api_documenter",
    "chinese_search",
    "page_sources",
    "site_languages",
]
exclude_patterns = ["_build", "_ext", "locale"]
templates_path = ["_templates"]

# ---------------------------------------------------------------------------------------- language

language = "zh_CN"  # -D language=en builds the English site
locale_dirs = ["locale"]
gettext_compact = False  # a catalogue for each page
gettext_uuid = False
gettext_location = False
figure_language_filename = "{root}.{language}{ext}"

# ---------------------------------------------------------------------------------------- Markdown

myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 4

# -------------------------------------------------------------------------------------- signatures

autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_class_signature = "mixed"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
napoleon_numpy_docstring = False
python_maximum_signature_line_length = 88
python_use_unqualified_type_names = True
add_module_names = False
toc_object_entries_show_parents = "hide"

# -------------------------------------------------------------------------------------------- HTML

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_search_language = "zh"  # for the English site, too: it quotes the law
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
_FONTS = (
    "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC',"
    " 'Source Han Sans SC', sans-serif"
)
_CODE_FONTS = (
    "'SFMono-Regular', Menlo, Consolas, 'Liberation Mono', 'PingFang SC', 'Microsoft YaHei',"
    " 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace"
)
html_theme_options = {
    "light_css_variables": {"font-stack": _FONTS, "font-stack--monospace": _CODE_FONTS},
    "top_of_page_buttons": [],
}
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
