"""Pre-training, fine-tuning and evaluation. Imports `engine`; nothing imports it.

Its jobs join the `engine` command through the entry-point group ``engine.jobs``.
"""
