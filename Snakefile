"""The workflow, from the root: `snakemake --cores N`. `snakemake -s workflow/Snakefile` makes the same plan."""


include: "workflow/Snakefile"
