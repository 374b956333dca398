"""What can be asked for by name."""


localrules:
    all,
    verify,
    experiments,
    figures,
    report,


rule all:
    """Everything: the judged ledger, the experiments, the figures, the page and the manifest."""
    default_target: True
    input:
        plan.at("verdict.txt"),
        plan.at("report", "index.html"),
        plan.at("manifest.sha256"),


rule verify:
    """The ledger of all claims, judged."""
    input:
        plan.at("verdict.txt"),


rule experiments:
    """Every training run and what the figures need."""
    input:
        plan.experiments,


rule figures:
    """Every figure in every format, and all of them in one PDF."""
    input:
        plan.at("figures", "figures.pdf"),


rule report:
    """The page."""
    input:
        plan.at("report", "index.html"),
