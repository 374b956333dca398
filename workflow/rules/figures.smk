"""Figures: data in, pictures out."""


rule draw_figure:
    """Draw one figure as PDF, SVG and PNG, with what is drawn as CSV, its caption as JSON and the digests of all."""
    input:
        data=lambda wildcards: plan.figure_needs(wildcards.figure),
        published=lambda wildcards: plan.published(plan.figures[wildcards.figure].paper),
    output:
        multiext(plan.at("figures", "{figure}"), ".pdf", ".svg", ".png", ".csv", ".json", ".sha256"),
    log:
        plan.at("logs", "figures", "{figure}.log"),
    params:
        stem=lambda wildcards: plan.at("figures", wildcards.figure),
        paper=lambda wildcards: plan.figures[wildcards.figure].paper,
        code=lambda wildcards: plan.figure_code(wildcards.figure),
    shell:
        "python -P -m verification.figures.draw {params.paper} {wildcards.figure} --data {input.data:q}"
        " --published {input.published:q} --code {params.code} --output {params.stem:q} 2> {log:q}"


rule bind_figures:
    """All figures with their captions in one PDF."""
    input:
        [plan.figure(name, extension) for name in plan.figures for extension in ("pdf", "json", "sha256")],
    output:
        plan.at("figures", "figures.pdf"),
    log:
        plan.at("logs", "figures", "bind.log"),
    params:
        stems=[plan.at("figures", name) for name in plan.figures],
        code=plan.binding_code(),
    shell:
        "python -P -m verification.figures.bind --code {params.code} --output {output:q} {params.stems:q} 2> {log:q}"
