"""Accuracy and areas that may be published: a probability sample of a map's pixels, answered by a person.

`design` says how many points each class needs, `class_raster` draws them, `sample_file` keeps them and their answers,
`estimators` makes numbers of the answers, and `assessment` joins these for one map.
"""
