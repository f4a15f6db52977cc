"""Pre-training, fine-tuning and evaluation. Imports `engine`; nothing imports it.

Its commands join `engine` through the entry-point group ``engine.commands``.
"""
