"""Published numbers beside reproduced ones: one module an experiment, and the piece of the page that shows it."""
