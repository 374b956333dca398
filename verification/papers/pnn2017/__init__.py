"""Feizi, Javadi, Zhang and Tse 2017, Porcupine Neural Networks."""
