"""Training runs, cut by condition and by trials, and the small computations behind the figures."""


rule run_degree_one:
    """Train trials of one condition, from a first one on: a replay of the authors' streams, the same on fixed batches, or fresh ones."""
    output:
        multiext(
            plan.at("experiments", "degree_one", "{mode}-{neurons}-from-{first}"),
            ".h5",
            ".h5.sha256",
        ),
    log:
        plan.at("logs", "experiments", "degree_one", "{mode}-{neurons}-from-{first}.log"),
    benchmark:
        plan.at("benchmarks", "experiments", "degree_one", "{mode}-{neurons}-from-{first}.tsv")
    resources:
        mem_mb=lambda wildcards, attempt: 1500 * attempt,
        gpu=plan.gpus,
    params:
        settings=lambda wildcards: plan.training_settings(
            "degree_one", wildcards.mode, int(wildcards.neurons), int(wildcards.first)
        ),
        code=plan.closure.digest("pnn.experiments.degree_one"),
        checkpoints=plan.at("checkpoints"),
    shell:
        "python -m pnn.experiments.degree_one --settings {params.settings:q} --code {params.code}"
        " --output {output[0]:q} --checkpoint {params.checkpoints:q} 2> {log:q}"


rule run_random_pnn:
    """Train simulations of one condition, from a first one on: a replay of the authors' streams, or fresh ones."""
    output:
        multiext(
            plan.at("experiments", "random_pnn", "{mode}-{neurons}-from-{first}"),
            ".h5",
            ".h5.sha256",
        ),
    log:
        plan.at("logs", "experiments", "random_pnn", "{mode}-{neurons}-from-{first}.log"),
    benchmark:
        plan.at("benchmarks", "experiments", "random_pnn", "{mode}-{neurons}-from-{first}.tsv")
    priority: lambda wildcards: int(wildcards.neurons)  # the longest first, so that no core waits for it at the end
    resources:
        mem_mb=lambda wildcards, attempt: 1500 * attempt,
        gpu=plan.gpus,
    params:
        settings=lambda wildcards: plan.training_settings(
            "random_pnn", wildcards.mode, int(wildcards.neurons), int(wildcards.first)
        ),
        code=plan.closure.digest("pnn.experiments.random_pnn"),
        checkpoints=plan.at("checkpoints"),
    shell:
        "python -m pnn.experiments.random_pnn --settings {params.settings:q} --code {params.code}"
        " --output {output[0]:q} --checkpoint {params.checkpoints:q} 2> {log:q}"


rule gather_training:
    """Put all conditions of a training experiment into one file."""
    input:
        lambda wildcards: plan.training_jobs(wildcards.training),
    output:
        multiext(plan.at("experiments", "{training}"), ".h5", ".h5.sha256"),
    log:
        plan.at("logs", "experiments", "gather_{training}.log"),
    wildcard_constraints:
        training="degree_one|random_pnn",
    params:
        settings=lambda wildcards: plan.gathered_settings(wildcards.training),
        code=plan.closure.digest("pnn.experiments.gather"),
    shell:
        "python -m pnn.experiments.gather {wildcards.training} --settings {params.settings:q} --code {params.code}"
        " --output {output[0]:q}"
        " --inputs {input:q} 2> {log:q}"


rule run_images:
    """Train dense and porcupine nets on images of two digits; images are fetched only where the configuration says so."""
    output:
        multiext(plan.at("experiments", "images"), ".h5", ".h5.sha256"),
    log:
        plan.at("logs", "experiments", "images.log"),
    benchmark:
        plan.at("benchmarks", "experiments", "images.tsv")
    resources:
        mem_mb=lambda wildcards, attempt: 1500 * attempt,
    params:
        settings=plan.wing_settings("images"),
        code=plan.closure.digest("pnn.experiments.images"),
    shell:
        "python -m pnn.experiments.images --settings {params.settings:q} --code {params.code}"
        " --output {output[0]:q} 2> {log:q}"


rule run_decay:
    """Measure how the error of one target neuron falls as the number of random lines doubles."""
    output:
        multiext(plan.at("experiments", "decay"), ".h5", ".h5.sha256"),
    log:
        plan.at("logs", "experiments", "decay.log"),
    benchmark:
        plan.at("benchmarks", "experiments", "decay.tsv")
    resources:
        mem_mb=lambda wildcards, attempt: 1000 * attempt,
    params:
        settings=plan.wing_settings("decay"),
        code=plan.closure.digest("pnn.experiments.decay"),
    shell:
        "python -m pnn.experiments.decay --settings {params.settings:q} --code {params.code}"
        " --output {output[0]:q} 2> {log:q}"


rule run_sweep:
    """Schur values of random lines in one condition of a sweep: by the number of lines, or of the inputs."""
    output:
        multiext(plan.at("experiments", "{sweep}", "{condition}"), ".h5", ".h5.sha256"),
    log:
        plan.at("logs", "experiments", "{sweep}", "{condition}.log"),
    benchmark:
        plan.at("benchmarks", "experiments", "{sweep}", "{condition}.tsv")
    resources:
        mem_mb=lambda wildcards, attempt: memory(plan.sweep_condition(wildcards.sweep, wildcards.condition)) * attempt,
    params:
        settings=lambda wildcards: encode(plan.sweep_condition(wildcards.sweep, wildcards.condition)),
        module=lambda wildcards: f"pnn.experiments.{wildcards.sweep}",
        code=lambda wildcards: plan.closure.digest(f"pnn.experiments.{wildcards.sweep}"),
    shell:
        "python -m {params.module} --settings {params.settings:q} --code {params.code}"
        " --output {output[0]:q} 2> {log:q}"


rule gather_sweep:
    """Put all conditions of a sweep into one file."""
    input:
        lambda wildcards: plan.sweep_conditions(wildcards.sweep),
    output:
        multiext(plan.at("experiments", "{sweep}"), ".h5", ".h5.sha256"),
    log:
        plan.at("logs", "experiments", "gather_{sweep}.log"),
    params:
        settings=lambda wildcards: plan.wing_settings(wildcards.sweep),
        code=plan.closure.digest("pnn.experiments.gather_sweep"),
    shell:
        "python -m pnn.experiments.gather_sweep --settings {params.settings:q} --code {params.code}"
        " --output {output[0]:q}"
        " --inputs {input:q} 2> {log:q}"


rule compute_figure_data:
    """Landscapes, kernels and eigenvalues on the grids that the figures draw."""
    output:
        multiext(plan.at("experiments", "figure_data"), ".h5", ".h5.sha256"),
    log:
        plan.at("logs", "experiments", "figure_data.log"),
    params:
        settings=plan.figure_data_settings(),
        code=plan.closure.digest("pnn.experiments.figure_data"),
    shell:
        "python -m pnn.experiments.figure_data --settings {params.settings:q} --code {params.code}"
        " --output {output[0]:q} 2> {log:q}"


rule run_experiment:
    """Run an experiment that stands beside its paper's claims, with its own section of the configuration."""
    output:
        multiext(plan.at("experiments", "{experiment}"), ".h5", ".h5.sha256"),
    log:
        plan.at("logs", "experiments", "{experiment}.log"),
    benchmark:
        plan.at("benchmarks", "experiments", "{experiment}.tsv")
    resources:
        mem_mb=lambda wildcards, attempt: 2000 * attempt,
    params:
        module=lambda wildcards: plan.wing_experiments[wildcards.experiment],
        settings=lambda wildcards: plan.wing_settings(wildcards.experiment),
        code=lambda wildcards: plan.closure.digest(plan.wing_experiments[wildcards.experiment]),
    shell:
        "python -m {params.module} --settings {params.settings:q} --code {params.code} --output {output[0]:q} 2> {log:q}"
