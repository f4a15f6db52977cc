"""Settings of the documentation site. `docs/build_site.py` runs Sphinx with them."""

from engine import __version__

project = "OFA"
author = "The OFA authors"
project_copyright = "the OFA authors, GPL-2.0-or-later"
version = release = __version__
language = "en"
smartquotes = False  # they make one dash of the two of an option

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
myst_heading_anchors = 3
suppress_warnings = ["myst.header"]  # help pages begin below their title

html_theme = "furo"
html_title = "OFA"
html_favicon = "pictures/ofa.svg"
html_static_path = ["style"]
html_css_files = ["site.css"]
html_copy_source = html_show_sourcelink = False
html_theme_options = {
    "sidebar_hide_name": False,
    "light_css_variables": {"color-brand-primary": "#00695c", "color-brand-content": "#00695c"},
    "dark_css_variables": {"color-brand-primary": "#4db6ac", "color-brand-content": "#4db6ac"},
}
