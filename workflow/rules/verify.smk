"""Checks of claims, one job for each topic by each method, and the ledger that brings them together."""


rule check_topic:
    """Run the checks of one topic by one method.

    Needs the proved closed forms and the experiments that its module names, and what Coq says where its checks are
    formal; leaves records of every check.
    """
    input:
        forms=lambda wildcards: plan.forms(Job(*wildcards)),
        data=lambda wildcards: plan.data(Job(*wildcards)),
        files=lambda wildcards: plan.files(Job(*wildcards)),
        proofs=lambda wildcards: plan.formal.needed(Job(*wildcards)),
    output:
        data=plan.at("checks", "{paper}", "{topic}", "{method}") + ".h5",
        digest=plan.at("checks", "{paper}", "{topic}", "{method}") + ".h5.sha256",
    log:
        plan.at("logs", "checks", "{paper}", "{topic}", "{method}.log"),
    benchmark:
        plan.at("benchmarks", "checks", "{paper}", "{topic}", "{method}.tsv")
    params:
        settings=lambda wildcards: plan.job_settings(Job(*wildcards)),
        code=lambda wildcards: plan.job_code(Job(*wildcards)),
    shell:
        "python -P -m verification.run_topic {wildcards.paper} {wildcards.topic} {wildcards.method}"
        " --settings {params.settings:q} --code {params.code} --output {output.data:q}"
        " --forms {input.forms:q} --data {input.data:q} --proofs {input.proofs:q} 2> {log:q}"


rule check_proofs:
    """Compile a paper's proofs by Coq's kernel, check them again, and ask what each proves and rests on.

    Needs nothing but Coq; leaves every statement with what decides it, or why Coq was not run here.
    """
    output:
        data=plan.at("formal", "{paper}") + ".h5",
        digest=plan.at("formal", "{paper}") + ".h5.sha256",
    log:
        plan.at("logs", "formal", "{paper}.log"),
    benchmark:
        plan.at("benchmarks", "formal", "{paper}.tsv")
    priority: 1000  # minutes on one core: first, so that no core waits for it at the end
    params:
        settings=plan.formal.settings(),
        code=lambda wildcards: plan.formal.code(wildcards.paper),
        build=plan.at("formal", "build"),
    shell:
        "python -P -m verification.proofs.gate {wildcards.paper} --settings {params.settings:q} --code {params.code}"
        " --build {params.build:q} --output {output.data:q} 2> {log:q}"


rule assemble_ledger:
    """Bring all records together: the verdict of every part of every claim."""
    input:
        plan.all_checks,
    output:
        ledger=plan.at("ledger.json"),
        digest=plan.at("ledger.json.sha256"),
    log:
        plan.at("logs", "assemble_ledger.log"),
    params:
        settings=plan.ledger_settings(),
        code=plan.ledger_code(),
    shell:
        "python -P -m verification.assemble_ledger --settings {params.settings:q} --code {params.code}"
        " --output {output.ledger:q} {input:q} 2> {log:q}"


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
