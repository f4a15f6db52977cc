"""Many requests at once: who runs them (`workers`, `local`, `cluster`), which scenes, and one summary (`batch`).

Stands above the jobs: a job works on one scene on one machine and knows nothing of this package.
How many workers there are, and where, is no part of a request, since no result depends on it.
"""
