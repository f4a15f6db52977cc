"""Spectra of a pixel and of the classes."""
