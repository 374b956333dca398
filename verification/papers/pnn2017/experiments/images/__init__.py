"""The authors' notebook on images of two digits."""
