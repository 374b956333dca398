"""Checks of claims, one job for each topic by each method, and the ledger that brings them together."""


def job_of(wildcards):
    return Job(wildcards.paper, wildcards.topic, wildcards.method)


rule check_topic:
    """Run the checks of one topic by one method.

    Needs the proved closed forms and the experiments that its module names; leaves records of every check.
    """
    input:
        forms=lambda wildcards: plan.forms(job_of(wildcards)),
        data=lambda wildcards: plan.data(job_of(wildcards)),
        files=lambda wildcards: plan.files(job_of(wildcards)),
    output:
        multiext(plan.at("checks", "{paper}", "{topic}", "{method}"), ".h5", ".h5.sha256"),
    log:
        plan.at("logs", "checks", "{paper}", "{topic}", "{method}.log"),
    benchmark:
        plan.at("benchmarks", "checks", "{paper}", "{topic}", "{method}.tsv")
    params:
        settings=lambda wildcards: plan.job_settings(job_of(wildcards)),
        code=lambda wildcards: plan.job_code(job_of(wildcards)),
    shell:
        "python -P -m verification.run_topic {wildcards.paper} {wildcards.topic} {wildcards.method}"
        " --settings {params.settings:q} --code {params.code} --output {output[0]:q}"
        " --forms {input.forms:q} --data {input.data:q} 2> {log:q}"


rule assemble_ledger:
    """Bring all records together: the verdict of every part of every claim."""
    input:
        plan.all_checks,
    output:
        multiext(plan.at("ledger"), ".json", ".json.sha256"),
    log:
        plan.at("logs", "assemble_ledger.log"),
    params:
        settings=plan.ledger_settings(),
        code=plan.ledger_code(),
    shell:
        "python -P -m verification.assemble_ledger --settings {params.settings:q} --code {params.code}"
        " --output {output[0]:q} {input:q} 2> {log:q}"


rule judge_ledger:
    """Fail, naming the claims, unless every part of every claim stands where it should."""
    input:
        plan.at("ledger.json"),
    output:
        plan.at("verdict.txt"),
    log:
        plan.at("logs", "judge_ledger.log"),
    params:
        code=plan.ledger_code(),
    shell:
        "python -P -m verification.judge_ledger {input:q} --output {output:q} 2> {log:q}"
