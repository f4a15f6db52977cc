"""Many requests at once: who runs them, which scenes, and one summary (`batch`).

Who runs them: `workers`, `local_workers`, `dask_workers`.

Stands above the jobs: a job works on one scene on one machine and knows nothing of this package.
How many workers there are, and where, is no part of a request, since no result depends on it.
"""
