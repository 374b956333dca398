"""Published numbers beside reproduced ones: one module an experiment."""
