"""The authors' notebook on images of two digits: dense and porcupine nets beside each other."""
