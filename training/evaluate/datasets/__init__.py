"""Labelled sets, and how each kind of file is read.

labelled_set       what every set offers
chip_sets          EuroSAT, trees and BigEarthNet patches, in memory
geobench_v1        a set of GEO-Bench v1 on disk
geobench_tasks     its twelve tasks as data
geobench_bands     which key of a file is which band
restricted_pickle  the pickles in its files, read without running what they name
geobench_v2        containers of GEO-Bench-2
labelled_scenes    scenes with a label for each pixel
scene_pixels       pixels of such a scene to learn from and to score
"""
