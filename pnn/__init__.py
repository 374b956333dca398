"""The mathematics of porcupine neural networks: kernels, risks, landscapes, training; knows nothing of claims."""
