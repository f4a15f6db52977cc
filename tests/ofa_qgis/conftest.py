"""The tests of the plugin that need no QGIS. Those that do have a Python and a runner of their own (`make test`)."""

collect_ignore = ["qgis", "window"]
