"""Weights that others have published: which there are (`catalogue`), how they come here (`download`), how they become
a model folder (`conversion`, `pull`). Knows no bands and no scenes; asks nobody (`engine.cli.commands.models` does).
"""
