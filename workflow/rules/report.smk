"""The page, and the digests of all data behind it."""


rule write_manifest:
    """Gather the SHA-256 of every data file; refuse one whose bytes no longer match."""
    input:
        plan.all_data,
        plan.at("ledger.json"),
    output:
        plan.at("manifest.sha256"),
    log:
        plan.at("logs", "write_manifest.log"),
    params:
        code=plan.closure.digest("pnn.manifest"),
    shell:
        "python -P -m pnn.manifest --output {output:q} {input:q} 2> {log:q}"


rule build_page:
    """Make the static site from the ledger, the figures and the manifest."""
    input:
        ledger=plan.at("ledger.json"),
        manifest=plan.at("manifest.sha256"),
        experiments=plan.all_experiments,
        figures=plan.at("figures", "figures.pdf"),
        pictures=[plan.figure(name, e) for name in plan.figures for e in ("pdf", "svg", "png", "csv", "json", "sha256")],
        published=plan.all_published,
        templates=plan.templates,
    output:
        plan.at("report", "index.html"),
    log:
        plan.at("logs", "build_page.log"),
    params:
        settings=plan.page_settings(),
        code=plan.page_code(),
    shell:
        "python -P -m workflow.report.build_page --settings {params.settings:q} --code {params.code}"
        " --published {input.published:q} --output {output:q} 2> {log:q}"
