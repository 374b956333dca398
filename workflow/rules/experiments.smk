"""Experiments: their jobs, and what puts the jobs of one together."""


rule run_job:
    """Run one job of an experiment; leaves one file. `experiment`, or `experiment/job` where it is cut into several."""
    output:
        data=plan.at("experiments", "{piece}") + ".h5",
        digest=plan.at("experiments", "{piece}") + ".h5.sha256",
    log:
        plan.at("logs", "experiments", "{piece}.log"),
    benchmark:
        plan.at("benchmarks", "experiments", "{piece}.tsv")
    priority: lambda wildcards: 1 + plan.pieces[wildcards.piece].priority  # checks and figures wait for them
    resources:
        mem_mb=lambda wildcards, attempt: plan.pieces[wildcards.piece].memory * attempt,
        gpu=lambda wildcards: plan.pieces[wildcards.piece].gpus,
    params:
        paper=lambda wildcards: plan.owner(wildcards.piece).paper,
        settings=lambda wildcards: plan.piece_settings(wildcards.piece),
        code=lambda wildcards: plan.piece_code(wildcards.piece),
        checkpoints=plan.at("checkpoints"),
    shell:
        "python -P -m verification.experiments.run_job {params.paper} {wildcards.piece}"
        " --settings {params.settings:q} --code {params.code}"
        " --output {output.data:q} --checkpoint {params.checkpoints:q} 2> {log:q}"


rule gather_jobs:
    """Put the jobs of an experiment into one file: stacked along the axes that its plan names."""
    input:
        lambda wildcards: plan.piece_files(wildcards.gathered),
    output:
        data=plan.at("experiments", "{gathered}") + ".h5",
        digest=plan.at("experiments", "{gathered}") + ".h5.sha256",
    log:
        plan.at("logs", "experiments", "gather_{gathered}.log"),
    params:
        paper=lambda wildcards: plan.owner(wildcards.gathered).paper,
        jobs=lambda wildcards: plan.places(wildcards.gathered),
        settings=lambda wildcards: plan.gathered_settings(wildcards.gathered),
        code=lambda wildcards: plan.gathered_code(wildcards.gathered),
    shell:
        "python -P -m verification.experiments.gather {params.paper} {wildcards.gathered} --jobs {params.jobs:q}"
        " --settings {params.settings:q} --code {params.code} --output {output.data:q} --inputs {input:q} 2> {log:q}"
