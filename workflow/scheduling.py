"""Snakemake's scheduler, told to look at what is ready when a stage has ended, and not every second besides.

By default Snakemake starts no more than 100 stages a second, and to keep count it looks at all that is ready again a
second after each look. Every stage that ends adds a look, so that after 300 stages there are 300 looks a second for as
long as any is waiting: minutes of processor time in a whole run, taken from the stages.
"""

UNASKED = (100, 1)  # stages, and seconds in which no more are started: what Snakemake assumes where nobody says


def look_when_stages_end(workflow) -> None:
    """Take that limit from the scheduler of a Snakemake workflow, unless somebody chose another than its own.

    For `onstart`: only then is there a scheduler, which has made a limiter of its settings and has not begun.
    """
    limit = workflow.scheduling_settings.max_jobs_per_timespan
    if limit and (limit.max_jobs, limit.timespan) == UNASKED:
        workflow.scheduler.job_rate_limiter = None
