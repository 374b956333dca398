"""Snakemake's scheduler, told to look at what is ready when a stage has ended, and not every second besides.

By default Snakemake starts no more than 100 stages a second, and to keep count it looks at all that is ready again a
second after each look. Every stage that ends adds a look, so that after 300 stages there are 300 looks a second for as
long as any is waiting: minutes of processor time in a whole run, taken from the stages.
"""

UNASKED = (100, 1)  # stages, and seconds in which no more are started: what Snakemake assumes where nobody says


def look_when_stages_end(settings) -> None:
    """Lift that limit from Snakemake's scheduling settings, unless somebody chose another than its own.

    Nothing is done where there are none: Snakemake 9.27 hands them over once it has read the Snakefile.
    """
    if settings is None:
        return
    limit = settings.max_jobs_per_timespan
    if limit and (limit.max_jobs, limit.timespan) == UNASKED:
        settings.max_jobs_per_timespan = None
